package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huimages.testkit.Samples;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A server in the place of an older system: its databases, its originals attached to documents, an empty bucket.
/// Each test has pictures of its own.
@Timeout(120)
class LegacyIT {
    private static final ImageId LOST = Samples.id(1);

    @TempDir
    static Path folder;

    private static RemoteStores stores;
    private static Server server;
    private static Http http;
    private static Api api;

    @BeforeAll
    static void start() {
        stores = RemoteStores.start();
        new LegacyDatabase(stores.peek(), RemoteStores.PICTURES, RemoteStores.MARKS).write();
        stores.peek().send("POST", "/" + RemoteStores.PICTURES, "{\"_id\": \"" + LOST + "\", \"title\": [\"lost\"]}");
        server = Site.start(folder, stores.settings("HUIMAGES_LEGACY_COUCH", "delete"));
        http = server.http();
        api = Api.of(http);
    }

    @AfterAll
    static void stop() {
        if (stores != null) {
            server.close();
            stores.close();
            assertFalse(server.output().contains("SEVERE"), server.output());
            assertFalse(server.output().contains("\tat "), server.output());
        }
    }

    private static boolean isAttached(ImageId id) {
        return stores.document(id).contains("_attachments");
    }

    private static void assertMoved(LegacyPicture picture) throws IOException {
        assertArrayEquals(picture.bytes(), Files.readAllBytes(stores.object(picture.id())));
        assertFalse(isAttached(picture.id()), stores.document(picture.id()));
    }

    @Test
    void theFirstGetServesItAndItIsInTheBucketThen() throws IOException {
        for (LegacyPicture turned : LegacyDatabase.TURNED.subList(1, 4)) {
            HttpResponse<byte[]> small = http.get("/32x32/" + turned.id() + "/any-name.jpeg");
            assertEquals(200, small.statusCode(), () -> Http.text(small));
            assertEquals(new Dimensions(32, 24), Http.dimensions(small), "upright");
            assertArrayEquals(
                    turned.bytes(), http.get("/o/" + turned.id() + ".jpeg").body());
            assertMoved(turned);
            assertTrue(stores.document(turned.id()).contains("\"filename\":\"Fotos 2009/100% "));
            assertTrue(stores.document(turned.id()).contains("\"unknown\":{\"deep\":"));
        }
        LegacyPicture odd = LegacyDatabase.ODD;
        assertEquals(301, http.get("/o/" + odd.id() + ".jpeg").statusCode());
        HttpResponse<byte[]> png = http.get("/o/" + odd.id() + ".png");
        assertArrayEquals(odd.bytes(), png.body());
        assertEquals("image/png", Http.header(png, "Content-Type"));
        assertMoved(odd);
    }

    @Test
    void aTiffIsSentAsItIs() throws IOException {
        LegacyPicture tiff = LegacyDatabase.UNDECODED;
        assertEquals(415, http.get("/240x160/" + tiff.id() + ".jpeg").statusCode());
        HttpResponse<byte[]> moved = http.get("/o/" + tiff.id() + "/scan.jpeg");
        assertEquals(301, moved.statusCode());
        assertTrue(Http.header(moved, "Location").endsWith("/o/" + tiff.id() + "/scan.tiff"));
        HttpResponse<byte[]> sent = http.get("/o/" + tiff.id() + "/scan.tiff");
        assertArrayEquals(tiff.bytes(), sent.body());
        assertEquals("image/tiff", Http.header(sent, "Content-Type"));
        assertMoved(tiff);
        Answer known = api.as(User.READER).get("/api/images/" + tiff.id()).is(200);
        assertEquals(30, known.body().path("width").asInt());
    }

    @Test
    void bytesOfAnotherAreNeitherServedNorMoved() {
        ImageId damaged = LegacyDatabase.DAMAGED.id();
        for (String path : List.of("/o/", "/240x160/", "/o/")) {
            assertEquals(502, http.get(path + damaged + ".jpeg").statusCode());
        }
        assertTrue(isAttached(damaged));
        assertFalse(Files.exists(stores.object(damaged)));
        assertFalse(stores.document(damaged).contains("broken"));
    }

    @Test
    void whatIsNowhereIsMissingAndThatIsSaidOnce() {
        for (int time = 0; time < 3; time++) {
            assertEquals(404, http.get("/o/" + LOST + ".jpeg").statusCode());
            assertEquals(404, http.get("/240x160/" + LOST + ".jpeg").statusCode());
        }
        assertEquals(
                1,
                server.output()
                        .lines()
                        .filter(line -> line.contains(LOST + " is catalogued, but"))
                        .count());
        api.as(User.READER).get("/api/images/" + LOST).is(200);
    }

    @Test
    void everyCallAnswersSensiblyBeforeItWasLookedAt() {
        String path = "/api/images/" + LegacyDatabase.TURNED.getFirst().id();
        Api rita = api.as(User.READER);
        Api ann = api.as(User.EDITOR);
        Answer known = rita.get(path).is(200);
        assertTrue(known.body().path("width").isNull(), known.raw());
        assertEquals(List.of("first", "Zw\u00F6lf B\u00F6cke"), known.texts("titles"));
        assertEquals("14600/03", known.body().at("/references/artnr/0").asString());
        assertEquals("20090129T235959.000000", known.text("ctime"));
        rita.with("If-None-Match", known.header("ETag")).get(path).is(304);
        api.as(User.NOBODY).get(path).is(200);
        Answer changed = ann.json(
                        "PATCH",
                        path,
                        "{\"addTitle\": \"new\", \"addReferences\": {\"k\": [1]}, \"focal\": [0.5, 0.1], \"private\": true}")
                .is(200);
        assertEquals(List.of("first", "Zw\u00F6lf B\u00F6cke", "new"), changed.texts("titles"));
        ann.json("PATCH", path, "{\"private\": false}").is(200);
        ann.json("PUT", path + "/users/ann", "{\"addTags\": [\"bock\"], \"favorite\": true, \"rating\": 3}")
                .is(200);
        ann.send("DELETE", path).is(204);
        rita.get(path).is(410);
        ann.send("POST", path + "/restore").is(200);
        assertTrue(isAttached(LegacyDatabase.TURNED.getFirst().id()));
        rita.get(path + "/next");
        rita.get(path + "/previous");
        rita.get("/api/images/random").is(200);
    }

    @Test
    void whatIsErasedIsAttachedNoMore() {
        ImageId id = LegacyDatabase.PLAIN.id();
        Api root = api.as(User.ADMIN);
        untilListed("/api/images?favorite=" + encoded(LegacyDatabase.USER), id);
        untilListed("/api/images?tag=bock", id);
        untilListed("/api/images?q=zwolf", id);
        untilListed("/api/images?ids=" + id, id);
        assertTrue(api.as(User.READER).get("/api/tags").is(200).raw().contains("\"bock\""));
        root.send("DELETE", "/api/images/" + id + "?purge=now").is(204);
        assertFalse(isAttached(id), stores.document(id));
        assertEquals(410, http.get("/o/" + id + ".jpeg").statusCode());
        assertFalse(Files.exists(stores.object(id)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Lists are built in the background.
    private static void untilListed(String path, ImageId id) {
        Api rita = api.as(User.READER);
        Answer list = rita.get(path);
        while (list.status() == 503) {
            Server.pause();
            list = rita.get(path);
        }
        assertTrue(list.is(200).ids().contains(id.text()), list.raw());
    }
}
