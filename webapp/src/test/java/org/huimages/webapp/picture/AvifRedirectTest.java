package org.huimages.webapp.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.huimages.rendition.SizePolicy;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Extension;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Where an address leads whose AVIF is not made yet.
@Timeout(60)
class AvifRedirectTest {
    private static final String NOBODY = "A".repeat(32) + "01";

    @TempDir
    Path folder;

    private final byte[] picture = PictureMaker.jpeg(PictureMaker.quarters(40, 30));
    private final GatedEngine engine = new GatedEngine();
    private PictureServer server;
    private ImageId id;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new PictureServer(folder, engine, Duration.ofSeconds(20));
        id = server.add(picture);
    }

    @AfterEach
    void stop() throws LifecycleException {
        engine.open();
        server.close();
    }

    @Test
    void anAvifThatIsNotThereLeadsToItsJpegForAMinute() {
        HttpResponse<byte[]> answer = server.get("/24x16/" + id + "/a%20name.avif?x=1");
        assertEquals(302, answer.statusCode());
        assertEquals("/24x16/" + id + "/a%20name.jpeg?x=1", header(answer, "Location"));
        assertEquals("max-age=60", header(answer, "Cache-Control"));
        assertEquals(404, server.get("/24x16/" + NOBODY + "/a.avif").statusCode());
        assertEquals(0, engine.rendered.get());
    }

    @Test
    void whoMayHaveAnAvifMadeMayHaveItsJpegMade() throws Exception {
        engine.open();
        SigningKeys keys = PictureServer.KEYS;
        try (PictureServer signed = new PictureServer(
                folder.resolve("signed-avif"), engine, Duration.ofSeconds(20), new SizePolicy.Signed(keys))) {
            ImageId other = signed.add(picture);
            ImagePath asked = new ImagePath(new Size.Fit(24, 16), other, "", Extension.AVIF);
            assertEquals(403, signed.get(asked.encoded()).statusCode());
            String signature = keys.sign(asked, Optional.of(Instant.now().plusSeconds(600)))
                    .text();
            HttpResponse<byte[]> answer = signed.get(asked.encoded() + "?sig=" + signature);
            assertEquals(302, answer.statusCode());
            assertEquals(200, signed.get(header(answer, "Location")).statusCode());
        }
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
