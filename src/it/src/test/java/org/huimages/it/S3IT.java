package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.huimages.file.Leftovers;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.net.FaultProxy;
import org.huimages.testkit.net.S3Server;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The server with its originals in S3.
@Timeout(180)
class S3IT {
    private static final String BUCKET = "originals.i.hdimg.net";
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private static S3Server s3;
    private static FaultProxy line;

    @TempDir
    Path folder;

    private final byte[] photo = PictureMaker.jpeg(PictureMaker.photo(640, 480, 1));
    private final ImageId id = Uploads.id(photo);

    @BeforeAll
    static void startS3() {
        s3 = S3Server.start();
        s3.makeBucket(BUCKET);
        line = FaultProxy.before(s3.endpoint());
    }

    @AfterAll
    static void stopS3() {
        line.close();
        s3.close();
    }

    private static Map<String, String> settings(String bucket) {
        return Map.of(
                "HUIMAGES3BUCKET", bucket,
                "HUIMAGES_CATALOG", "embedded",
                "HUIMAGES_S3_ENDPOINT", line.uri().toString(),
                "AWS_ACCESS_KEY_ID", s3.accessKey(),
                "AWS_SECRET_ACCESS_KEY", s3.secretKey());
    }

    @Test
    void originalsAreInTheBucketAndNowhereElse() throws IOException {
        try (Server server = Server.start(folder, settings(BUCKET))) {
            assertEquals(201, server.http().upload("kept.jpg", photo).statusCode());
            assertServed(server.http());
        }
        assertFalse(Files.exists(folder.resolve("data/originals")));
        Leftovers.removeTree(folder.resolve("data/cache"));
        try (Server server = Server.start(folder, settings(BUCKET))) {
            assertServed(server.http());
            assertEquals(200, server.http().upload("again.jpg", photo).statusCode());
            assertFalse(server.output().contains("WARNING"), server.output());
        }
    }

    private void assertServed(Http http) {
        assertArrayEquals(photo, http.get("/o/" + id + ".jpeg").body());
        assertEquals(200, http.get("/240x160/" + id + ".jpeg").statusCode());
    }

    @Test
    void whileS3IsDownHitsAreServedAndTheRestIsToldAtOnce() {
        byte[] other = PictureMaker.jpeg(PictureMaker.photo(320, 240, 2));
        byte[] late = PictureMaker.jpeg(PictureMaker.photo(320, 240, 3));
        try (Server server = Server.start(folder, settings(BUCKET))) {
            Http http = server.http();
            http.upload("kept.jpg", photo);
            http.upload("other.jpg", other);
            assertServed(http);
            line.down();
            assertServed(http);
            assertEquals(200, http.get("/75x75!/" + id + ".jpeg").statusCode(), "its original is here");
            for (int call = 0; call < 5; call++) {
                assertUnavailableAtOnce(() -> http.upload("late.jpg", late));
                assertUnavailableAtOnce(() -> http.get("/75x75!/" + Uploads.id(other) + ".jpeg"));
            }
            assertTrue(Http.text(http.get("/health/ready")).contains("\"status\":\"degraded\",\"catalog\":\"ok\""));
            assertEquals(200, http.get("/health/ready").statusCode());
            line.up();
            while (http.upload("late.jpg", late).statusCode() == 503) {
                Server.pause();
            }
            assertServed(http);
            assertEquals(200, http.get("/75x75!/" + Uploads.id(other) + ".jpeg").statusCode());
            assertEquals(200, http.get("/75x75!/" + Uploads.id(late) + ".jpeg").statusCode());
            assertTrue(Http.text(http.get("/health/ready")).contains("\"status\":\"ok\""));
        }
    }

    private static void assertUnavailableAtOnce(Supplier<HttpResponse<byte[]>> call) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = call.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertEquals(503, answer.statusCode(), Http.text(answer));
        assertFalse(Http.header(answer, "Retry-After").isEmpty());
        assertTrue(taken.compareTo(AT_ONCE) < 0, taken::toString);
    }

    @Test
    void aWrongBucketIsNamedWhereReadinessIsAsked() throws Exception {
        String answer = Server.unready(folder, settings("no-such-bucket"));
        assertTrue(
                answer.contains("\"originals\":\"HUIMAGES3BUCKET is no-such-bucket, but there is no such bucket\""),
                answer);
    }

    @Test
    void aWrongSecretIsNamedWhereReadinessIsAsked() throws Exception {
        Map<String, String> settings = new TreeMap<>(settings(BUCKET));
        settings.put("AWS_SECRET_ACCESS_KEY", "wrong");
        String answer = Server.unready(folder, settings);
        assertTrue(answer.contains("\"originals\":\"AWS_SECRET_ACCESS_KEY is not"), answer);
    }
}
