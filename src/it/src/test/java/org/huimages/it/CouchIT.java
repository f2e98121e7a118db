package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.net.Fault;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Servers whose originals are in S3 and whose metadata are in CouchDB: what one machine has, any other has.
@Timeout(180)
class CouchIT {
    private static RemoteStores stores;

    @TempDir
    Path folder;

    private final byte[] photo = PictureMaker.jpeg(PictureMaker.photo(640, 480, 1));
    private final ImageId id = Uploads.id(photo);

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

    @BeforeEach
    void empty() {
        stores.clear();
    }

    private Server start(String name, Map<String, String> settings) throws IOException {
        Path own = Files.createDirectories(folder.resolve(name));
        return Server.start(own, settings);
    }

    private static HttpResponse<byte[]> admin(Http http, String method, String path, String json) {
        return http.send(
                method,
                path,
                json.getBytes(StandardCharsets.UTF_8),
                "Authorization",
                Http.ADMIN,
                "Content-Type",
                "application/json");
    }

    private String seen(Http http) {
        HttpResponse<byte[]> answer = admin(http, "GET", "/api/images/" + id, "");
        assertEquals(200, answer.statusCode(), Http.text(answer));
        return Http.text(answer).replace(http.base().toString(), "");
    }

    @Test
    void aMachineThatIsNewHasEverything() throws Exception {
        String before;
        try (Server server = start("old", stores.settings())) {
            Http http = server.http();
            assertEquals(
                    201,
                    http.form(
                                    Http.ADMIN,
                                    Http.field("title", "Zürich"),
                                    Http.field("tags", "lake boats"),
                                    Http.field("ref.artnr", "14600/03"),
                                    Http.part("file", "lake.jpg", photo))
                            .statusCode());
            assertEquals(
                    200,
                    admin(http, "PUT", "/api/images/" + id + "/users/ann", "{\"favorite\": true, \"rating\": 7}")
                            .statusCode());
            before = seen(http);
        }
        try (Server server = start("new", stores.settings())) {
            Http http = server.http();
            assertEquals(before, seen(http));
            assertArrayEquals(photo, http.get("/o/" + id + ".jpeg").body());
            assertEquals(200, http.get("/240x160/" + id + ".jpeg").statusCode());
            until(() -> Http.text(admin(http, "GET", "/api/images?favorite=ann", ""))
                    .contains(id.text()));
            assertTrue(Http.text(admin(http, "GET", "/api/tags", "")).contains("boats"));
            assertFalse(server.output().contains("SEVERE"), server.output());
        }
        assertArrayEquals(photo, Files.readAllBytes(stores.object(id)));
        assertFalse(Files.exists(folder.resolve("new/data/originals")));
    }

    @Test
    void whatIsDoneOnOneServerIsSeenOnTheOther() throws Exception {
        try (Server one = start("one", stores.settings());
                Server other = start("other", stores.settings())) {
            one.http().upload("kept.jpg", photo);
            String small = "/240x160/" + id + ".jpeg";
            Path held = folder.resolve("other/data/cache")
                    .resolve(id.text().substring(0, 2))
                    .resolve(id.text());
            assertEquals(200, other.http().get(small).statusCode());
            assertTrue(Files.isDirectory(held));

            admin(one.http(), "DELETE", "/api/images/" + id, "");
            told("in the trash", () -> Files.notExists(held));
            assertEquals(410, other.http().get(small).statusCode());
            admin(one.http(), "POST", "/api/images/" + id + "/restore", "");
            assertEquals(200, other.http().get(small).statusCode());

            admin(one.http(), "PATCH", "/api/images/" + id, "{\"private\": true}");
            told("private", () -> Files.notExists(held));
            assertEquals(404, other.http().get(small).statusCode());
            admin(one.http(), "PATCH", "/api/images/" + id, "{\"private\": false}");
            assertEquals(200, other.http().get("/75x75!/" + id + ".jpeg").statusCode());

            admin(one.http(), "PATCH", "/api/images/" + id, "{\"focal\": [0.1, 0.9]}");
            told("focused anew", () -> Files.notExists(held.resolve("75x75!.jpeg")));
            assertTrue(Files.exists(held.resolve("o.jpeg")));

            admin(one.http(), "DELETE", "/api/images/" + id + "?purge=now", "");
            told("erased", () -> Files.notExists(held));
            assertEquals(410, other.http().get(small).statusCode());
            assertFalse(Files.exists(stores.object(id)));
        }
    }

    private static void told(String what, BooleanSupplier condition) {
        long start = System.nanoTime();
        until(condition);
        System.out.println(what + " was heard after " + (System.nanoTime() - start) / 1_000_000 + " ms");
    }

    private static void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Server.pause();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "huimages.full", matches = "true")
    void whatWasDeletedWhileAServerWasAwayIsGoneWhenItIsBack() throws Exception {
        String small = "/240x160/" + id + ".jpeg";
        Path held = folder.resolve("away/data/cache").resolve(id.text().substring(0, 2));
        try (Server away = start("away", stores.settings())) {
            away.http().upload("kept.jpg", photo);
            assertEquals(200, away.http().get(small).statusCode());
        }
        String document = stores.document(id);
        stores.peek()
                .send(
                        "POST",
                        "/" + RemoteStores.PICTURES,
                        document.replaceFirst("\\{", "{\"deleted\": true, \"tombstone\": {\"when\": \"\"},"));
        assertTrue(Files.isDirectory(held));
        try (Server back = start("away", stores.settings())) {
            assertEquals(410, back.http().get(small).statusCode());
            until(() -> Files.notExists(held.resolve(id.text())));
        }
    }

    @Test
    void whileCouchIsDownHitsAreServedAndTheRestIsToldInTime() throws Exception {
        String hit = "/240x160/" + id + ".jpeg";
        byte[] late = PictureMaker.jpeg(PictureMaker.photo(320, 240, 3));
        try (Server server = start("one", stores.settings())) {
            Http http = server.http();
            http.upload("kept.jpg", photo);
            assertEquals(200, http.get(hit).statusCode());
            stores.lineToCouch().down();
            outage("down", http, hit, late);
            assertReady(http, "\"status\":\"degraded\",\"catalog\":\"down\"");
            stores.lineToCouch().up();
            recovery("down", http);
            if (Boolean.getBoolean("huimages.full")) {
                stores.lineToCouch().always(new Fault.Silence());
                outage("silent", http, hit, late);
                stores.lineToCouch().always(new Fault.None());
                recovery("silent", http);
            }
            assertEquals(201, http.upload("late.jpg", late).statusCode());
            assertReady(http, "\"status\":\"ok\"");
        } finally {
            stores.lineToCouch().always(new Fault.None());
        }
    }

    private void outage(String what, Http http, String hit, byte[] late) {
        for (int call = 0; call < 3; call++) {
            assertUnavailable(what + ", document", () -> http.get("/api/images/" + id));
            assertUnavailable(what + ", list", () -> admin(http, "GET", "/api/images", ""));
            assertUnavailable(what + ", upload", () -> http.upload("late.jpg", late));
            assertUnavailable(
                    what + ", change", () -> admin(http, "PATCH", "/api/images/" + id, "{\"private\": true}"));
            assertEquals(200, http.get(hit).statusCode());
        }
        String fresh = "/" + (100 + what.length()) + "x90";
        assertEquals(200, http.get(fresh + "/" + id + ".jpeg").statusCode(), "its original is in the cache");
        assertEquals(503, http.get(fresh + "!/" + id + ".jpeg").statusCode(), "its focal point is not known");
    }

    /// The first ones wait for CouchDB as long as they may, the later ones not at all.
    private static void assertUnavailable(String what, Supplier<HttpResponse<byte[]>> call) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = call.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        System.out.println(what + ": " + answer.statusCode() + " after " + taken.toMillis() + " ms");
        assertEquals(503, answer.statusCode(), Http.text(answer));
        assertFalse(Http.header(answer, "Retry-After").isEmpty());
        assertTrue(taken.compareTo(Duration.ofSeconds(5)) < 0, taken::toString);
    }

    private void recovery(String what, Http http) {
        long start = System.nanoTime();
        until(() -> http.get("/api/images/" + id).statusCode() == 200);
        System.out.println(what + ", recovery after " + (System.nanoTime() - start) / 1_000_000 + " ms");
        assertEquals(200, admin(http, "GET", "/api/images", "").statusCode());
    }

    private static void assertReady(Http http, String part) {
        HttpResponse<byte[]> answer = http.get("/health/ready");
        assertEquals(200, answer.statusCode());
        assertTrue(Http.text(answer).contains(part), Http.text(answer));
    }

    @Test
    @EnabledIfSystemProperty(named = "huimages.full", matches = "true")
    void readinessSaysWhichSettingIsWrong() throws Exception {
        stores.lineToCouch()
                .always(new Fault.Answer(
                        401, "{\"error\":\"unauthorized\",\"reason\":\"Name or password is wrong.\"}"));
        Map<String, String> wrong = new TreeMap<>(stores.settings());
        wrong.put("HUIMAGES3BUCKET", "no-such-bucket");
        try {
            String answer = Server.unready(folder, wrong);
            assertTrue(answer.contains("\"catalog\":\"HUIMAGESCOUCHSERVER: user or password is wrong"), answer);
            assertTrue(answer.contains("\"originals\":\"HUIMAGES3BUCKET is no-such-bucket, but"), answer);
        } finally {
            stores.lineToCouch().always(new Fault.None());
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "huimages.full", matches = "true")
    void aServerWithoutABucketSaysThatItIsAlone() throws Exception {
        Map<String, String> couchOnly =
                Map.of("HUIMAGESCOUCHSERVER", stores.lineToCouch().uri().toString());
        try (Server server = start("alone", couchOnly)) {
            assertReady(server.http(), "\"originals\":\"ok, but other servers do not see them: HUIMAGES3BUCKET");
            assertEquals(201, server.http().upload("kept.jpg", photo).statusCode());
            assertArrayEquals(photo, server.http().get("/o/" + id + ".jpeg").body());
        }
        assertFalse(Files.exists(stores.object(id)));
    }

    /// Of one that is gone Java may keep the classes for a while ([RedeployIT] says why), but not of each.
    @Test
    @EnabledIfSystemProperty(named = "huimages.full", matches = "true")
    void undeployingLeavesNothing() throws Exception {
        try (StockTomcat tomcat = StockTomcat.start(TomcatFolder.in(folder), Account.MINE, stores.settings())) {
            Manager manager = new Manager(tomcat.at("/manager/text"));
            long none = Footprint.of(tomcat).classLoaders();
            for (int time = 1; time <= 3; time++) {
                manager.deploy("/img");
                Checkup.pass(tomcat.at("/img"), time);
                String list = Http.text(admin(tomcat.at("/img"), "GET", "/api/images", ""));
                assertTrue(list.contains("\"images\":[{"), list);
            }
            Footprint last = Footprint.of(tomcat);
            assertTrue(last.classLoaders() <= none + 2, last::toString); // three that stayed would be more
            manager.undeploy("/img");
            Footprint gone = Footprint.of(tomcat);
            assertTrue(gone.classLoaders() <= none + 1, gone::toString);
            assertEquals(List.of(), Footprint.threadsOfOurs(tomcat));
            assertFalse(tomcat.log().contains("leak"), tomcat.log());
        }
    }
}
