package org.huimages.testkit.couch;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/// Gives tests a CouchDB: `@RegisterExtension static final CouchServer COUCH = new CouchServer();`
///
/// It is a stand-in on Node, one for all tests of a JVM; with
/// `HUIMAGES_TEST_COUCHDB=http://admin:secret@host:5984` a real one. Where there is neither, the tests are
/// skipped; with `-Dhuimages.it.required=true` they fail.
public final class CouchServer implements BeforeAllCallback, AfterEachCallback {
    static final String GIVEN = "HUIMAGES_TEST_COUCHDB";

    private final List<String> databases = new CopyOnWriteArrayList<>();
    private String address = "";

    @Override
    public void beforeAll(ExtensionContext context) {
        String given = System.getenv(GIVEN);
        address = given != null ? given : standIn(context).address();
    }

    private static StandIn standIn(ExtensionContext context) {
        StandIn.require();
        return context.getRoot()
                .getStore(Namespace.create(CouchServer.class))
                .getOrComputeIfAbsent(StandIn.class, key -> StandIn.start(), StandIn.class);
    }

    /// With user and password, without a slash at its end.
    public String address() {
        return address;
    }

    /// Asks it anything.
    public CouchPeek peek() {
        return new CouchPeek(address);
    }

    /// The name of a database that is not there yet, and is removed after the test.
    public String database() {
        String name = "huimages-test-" + UUID.randomUUID();
        databases.add(name);
        return name;
    }

    @Override
    public void afterEach(ExtensionContext context) {
        databases.forEach(name -> peek().send("DELETE", "/" + name, ""));
        databases.clear();
    }
}
