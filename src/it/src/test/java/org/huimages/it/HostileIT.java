package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.fuzz.Damage;
import org.huimages.testkit.fuzz.LargeSeeds;
import org.huimages.testkit.fuzz.Mutants;
import org.huimages.testkit.fuzz.Seed;
import org.huimages.testkit.fuzz.Seeds;
import org.huimages.testkit.hostile.HostileFile;
import org.huimages.testkit.hostile.HostileFile.Fate;
import org.huimages.testkit.hostile.HostileFiles;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Files that mean harm, sent to a real server: each is refused with a status that blames it, or comes out in the
/// sizes that it should have, in time; then the server is as well as before.
class HostileIT {
    private static final boolean FULL = Boolean.getBoolean("huimages.full");

    /// `HUIMAGES_RENDER_TIMEOUT` as it is if nobody sets it, and time to receive and to answer.
    private static final Duration DEADLINE = Duration.ofSeconds(10 + 2);

    /// So many damaged files are left out for each that is sent.
    private static final int STEP = FULL ? 10 : 150;

    private static final int MUTANTS = FULL ? 5_000 : 150;

    @TempDir
    static Path folder;

    private static Server server;
    private static List<Seed> seeds = List.of();

    @BeforeAll
    static void start() {
        server = Server.start(folder, Map.of());
        seeds = Stream.concat(Seeds.all().stream(), Stream.of("webp", "avif").map(HostileIT::made))
                .toList();
    }

    /// What Java has no encoder for is made by the server.
    private static Seed made(String format) {
        JsonNode document = document(server.http().upload("a.png", PictureMaker.png(PictureMaker.photo(60, 40, 1))));
        HttpResponse<byte[]> made =
                server.http().get("/60x60/" + document.get("id").asString() + "." + format);
        assertEquals(200, made.statusCode());
        return new Seed(format, made.body());
    }

    private static JsonNode document(HttpResponse<byte[]> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    @AfterAll
    static void allIsWellAfterwards() {
        AtRest.comesTo(server.http(), AtRest.LIBVIPS);
        assertTrue(server.http().isReady());
        server.close();
    }

    static Stream<HostileFile> hostile() {
        return FULL ? Stream.concat(HostileFiles.all(), HostileFiles.heavy()) : HostileFiles.all();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aFileThatMeansHarmIsRefusedOrShown(HostileFile file) {
        assertRefusedOrShown(file);
    }

    @Test
    void damagedFilesAreRefusedOrShown() {
        Damage damage = new Damage(false);
        List<HostileFile> all = Stream.concat(seeds.stream(), LargeSeeds.all())
                .flatMap(damage::of)
                .toList();
        IntStream.iterate(0, at -> at < all.size(), at -> at + STEP)
                .mapToObj(all::get)
                .forEach(HostileIT::assertRefusedOrShown);
    }

    @Test
    void mutantsAreRefusedOrShown() {
        Mutants mutants = new Mutants(seeds, Long.getLong("huimages.fuzz.seed", 1));
        LongStream.range(0, MUTANTS).mapToObj(mutants::get).forEach(HostileIT::assertRefusedOrShown);
    }

    private static void assertRefusedOrShown(HostileFile file) {
        HttpResponse<byte[]> answer = inTime(file.name(), () -> server.http().upload(file.name(), file.bytes()));
        int status = answer.statusCode();
        boolean taken = status == 201 || status == 200;
        boolean refused = status == 400 || status == 413 || status == 415 || status == 422;
        assertTrue(taken || refused, () -> file + ": " + status + " " + Http.text(answer));
        if (file.fate() != Fate.EITHER) {
            assertEquals(file.fate() == Fate.TAKEN, taken, () -> file + ": " + status + " " + Http.text(answer));
        }
        if (taken) {
            assertShown(file.name(), document(answer));
        }
    }

    private static void assertShown(String name, JsonNode document) {
        String id = document.get("id").asString();
        Dimensions whole = new Dimensions(
                document.get("width").asInt(), document.get("height").asInt());
        assertShown(name, whole, new Size.Fit(240, 160), id + ".jpeg");
        assertShown(name, whole, new Size.Exact(30, 45), id + ".png");
    }

    private static void assertShown(String name, Dimensions whole, Size size, String file) {
        String path = "/" + size.text() + "/" + file;
        HttpResponse<byte[]> answer = inTime(name, () -> server.http().get(path));
        assertEquals(200, answer.statusCode(), () -> name + " " + path + " " + Http.text(answer));
        assertEquals(whole.scaledTo(size), Http.dimensions(answer), name);
    }

    private static HttpResponse<byte[]> inTime(String name, Supplier<HttpResponse<byte[]>> call) {
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = call.get();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        assertTrue(taken.compareTo(DEADLINE) < 0, () -> name + " took " + taken);
        return answer;
    }
}
