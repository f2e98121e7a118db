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

/// The image browser, as people use it: a real server, a real Chromium.
@Timeout(240)
@TestClassOrder(ClassOrderer.OrderAnnotation.class)
class BrowserIT {
    private static final int PICTURES = 60;
    private static final int EDGE = 500;

    @TempDir
    static Path folder;

    private static Server server;
    private static Chromium chromium;
    private static Api api;

    @BeforeAll
    static void start() {
        chromium = Chromium.open();
        server = Site.start(folder, Map.of());
        api = Api.of(server.http());
    }

    /// The server, once it has pictures.
    private static Api filled() {
        if (api.as(User.READER).get("/api/images?limit=1").ids().isEmpty()) {
            Gallery.fill(api.as(User.EDITOR), PICTURES, EDGE);
        }
        return api;
    }

    @AfterAll
    static void theLogIsClean() {
        if (server != null) {
            chromium.close();
            server.close();
            assertFalse(server.output().contains("SEVERE"), server.output());
            assertFalse(server.output().contains("\tat "), server.output());
        }
    }

    @Nested
    @Order(0)
    class Empty extends BrowserEmpty {
        Empty() {
            super(api, chromium);
        }
    }

    /// Before others upload more.
    @Nested
    @Order(1)
    class TheStartPage extends BrowserStart {
        TheStartPage() {
            super(filled(), chromium);
        }
    }

    @Nested
    @Order(2)
    class Lists extends BrowserLists {
        Lists() {
            super(filled(), chromium);
        }
    }

    @Nested
    @Order(2)
    class OnePicture extends BrowserPicture {
        OnePicture() {
            super(filled(), chromium);
        }
    }

    @Nested
    @Order(2)
    class Uploading extends BrowserUpload {
        Uploading() {
            super(filled(), chromium, folder);
        }
    }

    @Nested
    @Order(2)
    class WithoutScripts extends BrowserPlain {
        WithoutScripts() {
            super(filled(), chromium, folder);
        }
    }

    @Nested
    @Order(2)
    class ForAdministrators extends BrowserAdmin {
        ForAdministrators() {
            super(filled(), chromium, folder);
        }
    }

    @Nested
    @Order(2)
    class Strangers extends BrowserSafety {
        Strangers() {
            super(filled(), chromium);
        }
    }

    @Nested
    @Order(3)
    class ForEverybody extends BrowserLooks {
        ForEverybody() {
            super(filled(), chromium);
        }
    }
}
