package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// The whole API once more, on a server whose originals are in S3 and whose metadata are in CouchDB.
@Timeout(300)
@EnabledIfSystemProperty(named = "huimages.full", matches = "true")
class ApiStoresIT {
    @TempDir
    static Path folder;

    private static RemoteStores stores;
    private static Server server;
    private static Api api;

    @BeforeAll
    static void start() {
        stores = RemoteStores.start();
        server = Site.start(folder, stores.settings("HUIMAGES_MAX_BYTES", "200kB"));
        api = Api.of(server.http());
        while (api.as(User.READER).get("/api/tags").status() == 503) {
            Server.pause(); // lists are built in the background
        }
    }

    @AfterAll
    static void theLogIsClean() {
        server.close();
        stores.close();
        assertFalse(server.output().contains("SEVERE"), server.output());
        assertFalse(server.output().contains("\tat "), server.output());
    }

    @Nested
    class Uploading extends ApiUploads {
        Uploading() {
            super(api);
        }
    }

    @Nested
    class Documents extends ApiDocuments {
        Documents() {
            super(api);
        }
    }

    @Nested
    class Deleting extends ApiTrash {
        Deleting() {
            super(api);
        }
    }

    @Nested
    class Listing extends ApiLists {
        Listing() {
            super(api);
        }
    }

    @Nested
    class Marking extends ApiMarks {
        Marking() {
            super(api);
        }
    }

    @Nested
    class SigningIn extends ApiAccess {
        SigningIn() {
            super(api);
        }
    }

    @Nested
    class Sessions extends ApiSessions {
        Sessions() {
            super(api);
        }
    }

    @Nested
    class Looking extends ApiWatching {
        Looking() {
            super(api);
        }
    }
}
