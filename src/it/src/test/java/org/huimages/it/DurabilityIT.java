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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huimages.it.Acknowledged.Picture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server is killed at random moments while many write and read, and started again on what it has left.
///
/// `-Dhuimages.full=true` has it killed 50 times; `-Dhuimages.seed=N` repeats what people do (not the moment, which
/// is when so much was acknowledged).
@Timeout(1800)
class DurabilityIT {
    private static final int KILLS = Boolean.getBoolean("huimages.full") ? 50 : 5;
    private static final int LEAST = 5;
    private static final int MOST = 120;
    private static final int GONE = 410;

    @TempDir
    Path folder;

    private final Acknowledged acknowledged = new Acknowledged();
    private final AtomicInteger numbers = new AtomicInteger();

    @Test
    void whatWasAcknowledgedSurvivesEveryKill() throws Exception {
        long seed = Long.getLong("huimages.seed", System.nanoTime());
        System.out.println("-Dhuimages.seed=" + seed);
        Random random = new Random(seed);
        Instant start = Instant.now();
        Server server = Server.start(folder, Map.of());
        Duration first = Duration.between(start, Instant.now());
        for (int kill = 1; kill <= KILLS; kill++) {
            work(server, random);
            start = Instant.now();
            server = Server.start(folder, Map.of());
            Duration again = Duration.between(start, Instant.now());
            assertTrue(again.compareTo(first.multipliedBy(2).plusSeconds(5)) < 0, first + ", but now " + again);
            assertKept(server, random);
        }
        System.out.printf(
                "killed %d times: %d pictures kept, %s%n",
                KILLS, acknowledged.pictures().size(), "first start " + first.toMillis() + " ms");
        server.close();
        assertFalse(server.output().contains("SEVERE"), server.output());
        assertFalse(server.output().contains("Exception"), server.output());
    }

    private void work(Server server, Random random) throws InterruptedException, ExecutionException {
        acknowledged.expect(LEAST + random.nextInt(MOST));
        Traffic traffic = Traffic.start(server.http(), acknowledged, numbers, random);
        while (!acknowledged.isReached() && !traffic.isBroken()) {
            Server.pause();
        }
        traffic.end();
        server.kill();
        traffic.awaitEnd();
    }

    private void assertKept(Server server, Random random) throws IOException {
        assertNothingUnfinished(server.data());
        for (Picture picture : acknowledged.pictures()) {
            assertKept(server.http(), picture, random);
        }
        assertCacheIsWhole(server);
        for (Picture open : acknowledged.takeOpen()) {
            int status = server.http().upload("again.jpg", open.file).statusCode();
            assertTrue(status == 201 || status == 200, () -> open + " " + status);
            acknowledged.add(open);
            assertKept(server.http(), open, random);
        }
    }

    private static void assertKept(Http http, Picture picture, Random random) {
        HttpResponse<byte[]> document = http.get("/api/images/" + picture.id, "Authorization", Http.ADMIN);
        HttpResponse<byte[]> original = http.get("/o/" + picture.id + ".jpeg");
        HttpResponse<byte[]> rendition = http.get("/" + (1 + random.nextInt(300)) + "x200/" + picture.id + ".jpeg");
        assertEquals(document.statusCode(), original.statusCode(), picture::toString);
        assertEquals(document.statusCode(), rendition.statusCode(), picture::toString);
        if (picture.deleted || (picture.deletionSent && document.statusCode() == GONE)) {
            assertEquals(GONE, document.statusCode(), picture::toString);
        } else {
            assertEquals(200, document.statusCode(), picture::toString);
            assertArrayEquals(picture.file, original.body(), picture::toString);
            assertTrue(Jpegs.isWhole(rendition.body()), picture::toString);
            assertDescribed(picture, JsonMapper.shared().readTree(document.body()));
        }
    }

    private static void assertDescribed(Picture picture, JsonNode document) {
        assertEquals(Set.of(), missing(picture.titles, texts(document.get("titles"))), () -> picture + " " + document);
        assertEquals(Set.of(), missing(picture.tags, texts(document.get("tags"))), () -> picture + " " + document);
    }

    private static Set<String> missing(Set<String> said, Set<String> kept) {
        Set<String> missing = new TreeSet<>(said);
        missing.removeAll(kept);
        return missing;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asString()));
        return texts;
    }

    /// What was in the making when the server was killed is gone.
    private static void assertNothingUnfinished(Path data) throws IOException {
        for (String place : List.of("spool", "cache/.tmp")) {
            assertEquals(List.of(), files(data.resolve(place)));
        }
        for (Path original : files(data.resolve("originals"))) {
            assertEquals(Uploads.id(Files.readAllBytes(original)).text(), String.valueOf(original.getFileName()));
        }
    }

    /// Whatever a front proxy would send.
    private static void assertCacheIsWhole(Server server) throws IOException {
        for (Path file : files(server.data().resolve("cache"))) {
            if (file.toString().endsWith(".jpeg")) {
                assertTrue(Jpegs.isWhole(Files.readAllBytes(file)), file::toString);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
