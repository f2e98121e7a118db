package org.huimages.store.couch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.huimages.catalog.State;
import org.huimages.testkit.Samples;
import org.huimages.testkit.couch.CouchServer;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CouchChangesTest {
    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    private static final ImageId ONE = Samples.id(1);
    private static final ImageId TWO = Samples.id(2);

    private final CouchNames names = new CouchNames(COUCH.database(), COUCH.database());
    private final LinkedBlockingQueue<Heard> heard = new LinkedBlockingQueue<>();

    @Test
    void changesAreHeardWithinTwoSecondsAndOnceOnly() throws Exception {
        try (CouchCatalog catalog = CouchCatalogTest.ready(COUCH, names)) {
            catalog.save(Samples.document(1));
            String since;
            try (CouchChanges _ = follow("0")) {
                assertEquals(Set.of(ONE), next().ids);
                catalog.save(Samples.document(2));
                assertEquals(Set.of(TWO), next().ids);
                catalog.update(ONE, document -> document.with(State.FINE.withHidden(true)));
                Heard last = next();
                assertEquals(Set.of(ONE), last.ids);
                since = last.since;
            }
            catalog.erase(TWO);
            try (CouchChanges _ = follow(since)) {
                assertEquals(Set.of(TWO), next().ids);
                assertNull(heard.poll(100, TimeUnit.MILLISECONDS));
            }
        }
    }

    @Test
    void whatTheListenerCouldNotUseIsToldAgain() throws Exception {
        try (CouchCatalog catalog = CouchCatalogTest.ready(COUCH, names)) {
            catalog.save(Samples.document(1));
            boolean[] refused = new boolean[1];
            CouchChanges.Listener once = (ids, since) -> {
                if (!refused[0]) {
                    refused[0] = true;
                    throw new IllegalStateException("not now");
                }
                heard.add(new Heard(ids, since));
            };
            try (CouchChanges _ = CouchChanges.follow(CouchAddress.parse(COUCH.address()), names, "0", once)) {
                assertEquals(Set.of(ONE), next().ids);
            }
            assertTrue(refused[0]);
        }
    }

    private CouchChanges follow(String since) {
        return CouchChanges.follow(
                CouchAddress.parse(COUCH.address()), names, since, (ids, last) -> heard.add(new Heard(ids, last)));
    }

    private Heard next() throws InterruptedException {
        Heard next = heard.poll(2, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("nothing was heard for 2 s");
        }
        return next;
    }

    private record Heard(Set<ImageId> ids, String since) {}
}
