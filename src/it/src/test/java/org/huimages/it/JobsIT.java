package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Jobs on S3 and CouchDB: moving up, and a migration whose server is killed again and again.
///
/// `-Dhuimages.full=true` has it killed 20 times; `-Dhuimages.seed=N` repeats how long it is let live.
@Timeout(600)
class JobsIT {
    private static final int KILLS = Boolean.getBoolean("huimages.full") ? 20 : 5;
    private static final int PICTURES = 12 * KILLS;
    private static final int MILLIS_EACH = 50;

    private static RemoteStores stores;

    @TempDir
    Path folder;

    @BeforeAll
    static void startStores() {
        stores = RemoteStores.start();
    }

    @AfterAll
    static void stopStores() {
        if (stores != null) {
            stores.close();
        }
    }

    @AfterEach
    void clear() {
        stores.clear();
    }

    private static Answer job(Http http, String json) {
        return over(http, start(http, json));
    }

    private static int start(Http http, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new Answer(http.send(
                        "POST", "/api/jobs", body, "Authorization", Http.ADMIN, "Content-Type", "application/json"))
                .is(201)
                .body()
                .path("number")
                .asInt();
    }

    private static Answer look(Http http, int number) {
        return new Answer(http.get("/api/jobs/" + number, "Authorization", Http.ADMIN)).is(200);
    }

    private static Answer over(Http http, int number) {
        while (look(http, number).text("state").equals("running")) {
            Server.pause();
        }
        return look(http, number);
    }

    private static void assertWell(Answer job, int done) {
        assertEquals("done", job.text("state"), job.raw());
        assertEquals(0, job.body().path("failed").asInt(), job.raw());
        assertEquals(done, job.body().path("done").asInt(), job.raw());
    }

    private static void assertClean(Http http, int pictures) {
        assertWell(job(http, "{\"kind\": \"scrub\"}"), pictures);
    }

    @Test
    void whoStartedWithTheDefaultMovesUp() {
        List<byte[]> photos = new ArrayList<>();
        List<String> documents = new ArrayList<>();
        try (Server server = Server.start(folder, Map.of())) {
            Http http = server.http();
            for (int number = 0; number < 5; number++) {
                photos.add(PictureMaker.jpeg(PictureMaker.photo(64, 48, number)));
                http.upload("photo" + number + ".jpg", photos.getLast());
                documents.add(document(http, Uploads.id(photos.getLast())));
            }
            assertWell(job(http, "{\"kind\": \"export\", \"folder\": \"up\"}"), photos.size());
        }
        try (Server server = Server.start(folder, stores.settings())) {
            Http http = server.http();
            assertWell(job(http, "{\"kind\": \"import\", \"folder\": \"up\"}"), photos.size());
            for (int number = 0; number < photos.size(); number++) {
                ImageId id = Uploads.id(photos.get(number));
                assertTrue(Files.exists(stores.object(id)), id.text());
                assertEquals(documents.get(number), document(http, id));
                assertArrayEquals(
                        photos.get(number), http.get("/o/" + id + ".jpeg").body());
            }
            assertClean(http, photos.size());
            assertFalse(server.output().contains("\tat "), server.output());
        }
    }

    private static String document(Http http, ImageId id) {
        String text = Http.text(http.get("/api/images/" + id, "Authorization", Http.ADMIN));
        return text.replaceFirst("\"url\":\"[^\"]*\"", "");
    }

    /// CouchDB is not to be left without what the bucket does not have.
    @Test
    void aMigrationThatIsKilledAtAnyMomentLosesNothing() throws IOException {
        long seed = Long.getLong("huimages.seed", System.nanoTime());
        System.out.println("-Dhuimages.seed=" + seed);
        Random random = new Random(seed);
        List<byte[]> photos = attached();
        Map<String, String> settings = stores.settings("HUIMAGES_LEGACY_COUCH", "delete");
        int number = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Server server = Server.start(folder, settings);
            if (number == 0) {
                number = start(server.http(), "{\"kind\": \"migrate\", \"rate\": %d}".formatted(1000 / MILLIS_EACH));
            }
            long end = System.nanoTime() + random.nextInt(MILLIS_EACH * PICTURES / KILLS) * 1_000_000L;
            while (System.nanoTime() < end) {
                assertSomewhere(photos.get(random.nextInt(PICTURES)));
            }
            server.kill();
            for (byte[] photo : photos) {
                assertSomewhere(photo);
            }
        }
        try (Server server = Server.start(folder, settings)) {
            Answer done = over(server.http(), number);
            assertWell(done, PICTURES);
            for (byte[] photo : photos) {
                assertArrayEquals(photo, Files.readAllBytes(stores.object(Uploads.id(photo))));
                assertFalse(isAttached(Uploads.id(photo)));
            }
            assertClean(server.http(), PICTURES);
        }
    }

    /// Pictures as an older system has them.
    private static List<byte[]> attached() {
        stores.peek().send("PUT", "/" + RemoteStores.PICTURES, "");
        List<byte[]> photos = new ArrayList<>();
        for (int number = 0; number < PICTURES; number++) {
            byte[] photo = PictureMaker.jpeg(PictureMaker.photo(64, 48, 100 + number));
            photos.add(photo);
            stores.peek().send("POST", "/" + RemoteStores.PICTURES, """
                            {"_id": "%s", "title": ["old"], "_attachments": {"old.jpeg":
                              {"content_type": "image/jpeg", "data": "%s"}}}""".formatted(
                            Uploads.id(photo), Base64.getEncoder().encodeToString(photo)));
        }
        return photos;
    }

    private static boolean isAttached(ImageId id) {
        return stores.document(id).contains("_attachments");
    }

    /// In CouchDB, or whole in the bucket; asked for in this order, as it goes from the one to the other.
    private static void assertSomewhere(byte[] photo) throws IOException {
        ImageId id = Uploads.id(photo);
        if (!isAttached(id)) {
            assertArrayEquals(photo, Files.readAllBytes(stores.object(id)), id.text());
        }
    }
}
