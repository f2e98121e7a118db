package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestClassOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole API on a real server with the embedded catalog, by subject; at the end, whether anything was left out.
@Timeout(120)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class ApiIT {
    @TempDir
    static Path folder;

    private static Server server;
    private static Api api;

    @BeforeAll
    static void start() {
        server = Site.start(folder, Map.of("HUIMAGES_MAX_BYTES", "200kB"));
        api = Api.of(server.http());
    }

    @AfterAll
    static void theLogIsClean() {
        server.close();
        assertFalse(server.output().contains("SEVERE"), server.output());
        assertFalse(server.output().contains("\tat "), server.output());
    }

    @Nested
    @Order(1)
    class Uploading extends ApiUploads {
        Uploading() {
            super(api);
        }
    }

    @Nested
    @Order(1)
    class Documents extends ApiDocuments {
        Documents() {
            super(api);
        }
    }

    @Nested
    @Order(1)
    class Deleting extends ApiTrash {
        Deleting() {
            super(api);
        }
    }

    @Nested
    @Order(1)
    class Listing extends ApiLists {
        Listing() {
            super(api);
        }
    }

    @Nested
    @Order(1)
    class Marking extends ApiMarks {
        Marking() {
            super(api);
        }
    }

    @Nested
    @Order(1)
    class SigningIn extends ApiAccess {
        SigningIn() {
            super(api);
        }
    }

    @Nested
    @Order(1)
    class Sessions extends ApiSessions {
        Sessions() {
            super(api);
        }
    }

    @Nested
    @Order(1)
    class Looking extends ApiWatching {
        Looking() {
            super(api);
        }
    }

    @Nested
    @Order(1)
    class Working extends ApiJobs {
        Working() {
            super(api);
        }
    }

    @Nested
    @Order(2)
    class TheTable extends ApiTable {
        TheTable() {
            super(api);
        }
    }
}
