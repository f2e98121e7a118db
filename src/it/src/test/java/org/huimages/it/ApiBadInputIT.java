package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What cannot be right, made from the description that the server itself serves. Each answer has to be one that is
/// described, never a mistake of the server's own; afterwards it is as well as before.
@Timeout(120)
class ApiBadInputIT {
    private static final byte[] PHOTO = PictureMaker.jpeg(PictureMaker.photo(60, 40, 9000));

    @TempDir
    static Path folder;

    private static Server server;
    private static Api api;

    @BeforeAll
    static void start() {
        server = Site.start(folder, Map.of());
        api = Api.of(server.http());
        api.as(User.EDITOR).upload(PHOTO, "?title=kept").is(201);
    }

    @AfterAll
    static void theServerIsWell() {
        Answer document =
                api.as(User.EDITOR).get("/api/images/" + Uploads.id(PHOTO)).is(200);
        assertTrue(document.texts("titles").contains("kept"), document.raw());
        assertEquals(200, api.http().get("/32x32/" + Uploads.id(PHOTO) + ".png").statusCode());
        api.get("/health/ready").is(200);
        api.as(User.EDITOR)
                .upload(PictureMaker.jpeg(PictureMaker.photo(60, 40, 9001)), "")
                .is(201);
        server.close();
        assertEquals(tomcatsOwn(), count("SEVERE"), server.output());
        assertFalse(server.output().contains("\tat org.huimages"), server.output());
    }

    /// Tomcat 11 trips over a body that breaks off before the container's thread has let go of the request, closes
    /// the connection, and says so.
    private static long tomcatsOwn() {
        return count("Calling [asyncPostProcess()] is not valid for a request with Async state [MUST_ERROR]");
    }

    private static long count(String text) {
        return server.output().lines().filter(line -> line.contains(text)).count();
    }

    @Nested
    class Parameters extends BadParameters {
        Parameters() {
            super(api, Uploads.id(PHOTO).text());
        }
    }

    @Nested
    class Bodies extends BadBodies {
        Bodies() {
            super(api, Uploads.id(PHOTO).text());
        }
    }

    @Nested
    class Forms extends BrokenForms {
        Forms() {
            super(api);
        }
    }

    @Nested
    class Breaking extends BrokenBodies {
        Breaking() {
            super(api, Uploads.id(PHOTO).text());
        }
    }

    @Nested
    class Requests extends BrokenRequests {
        Requests() {
            super(api, Uploads.id(PHOTO).text());
        }
    }
}
