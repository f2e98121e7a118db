package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The command line against the real server, command by command.
@Timeout(300)
class CliIT {
    private static final Pattern ATTRIBUTE = Pattern.compile("(width|height)=\"([0-9]+)\"");

    @TempDir
    static Path folder;

    private static Server server;
    private static Cli cli;

    @BeforeAll
    static void start() {
        server = Server.start(folder, Map.of());
        cli = Cli.of(folder, server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Path file(String name, int seed) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, PictureMaker.jpeg(PictureMaker.photo(320, 240, seed)));
    }

    private static String id(Path file) throws IOException {
        return Uploads.id(Files.readAllBytes(file)).text();
    }

    private static Cli.Result done(String... arguments) {
        return done(cli.run(arguments));
    }

    private static Cli.Result done(Cli.Result result) {
        assertEquals(0, result.code(), result.out() + result.err());
        return result;
    }

    private static void assertFails(int code, String part, Cli.Result result) {
        assertEquals(code, result.code(), result.out() + result.err());
        assertEquals(1, result.err().lines().count(), result.err());
        assertTrue(result.err().contains(part), result.err());
    }

    @Test
    void aPictureGoesInIsShownAndComesOut() throws IOException {
        Path file = file("falls/Blue_Hour.jpg", 1);
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2009-01-29T23:59:59Z")));
        Cli.Result imported = done(cli.call(
                "import",
                "falls",
                "--title-from-name",
                "--ref",
                "path=%d",
                "--artnr",
                "14600",
                "--type",
                "photo",
                "--tag",
                "Water,Ice"));
        assertEquals(id(file) + "  falls/Blue_Hour.jpg", imported.out().strip());
        String info = done("info", id(file)).out();
        for (String part : List.of(
                "320x240", "Blue Hour", "ice, water", "14600", "falls", "photo", "20090129T235959", "image/jpeg")) {
            assertTrue(info.contains(part), part + " is in\n" + info);
        }
        assertEquals(
                "Blue Hour",
                done("info", "--json", id(file)).json().path("titles").path(0).stringValue());
        String out = folder.resolve("out.jpeg").toString();
        done("get", id(file), "-o", out);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(Path.of(out)));
        assertFails(6, "--force", cli.run("get", id(file), "-o", out));
        done("get", id(file), "-o", out, "--force", "--size", "75x75!");
        assertTrue(Files.size(Path.of(out)) < Files.size(file));
        done(cli.call("get", id(file), "-o", "."));
        assertTrue(Files.exists(folder.resolve("Blue-Hour.jpeg")));
    }

    @Test
    void addressesAndTags() throws IOException {
        Path file = file("tags/a.jpg", 2);
        done("import", file.toString(), "--title", "A <b>");
        String address = done("url", id(file), "--size", "small").out().strip();
        assertEquals(
                200,
                server.http()
                        .get(address.substring(server.http().base().toString().length()))
                        .statusCode());
        Matcher attribute = ATTRIBUTE.matcher(
                done("url", "--size", "small", "--tag", id(file)).out());
        assertTrue(attribute.find() && attribute.group(2).equals("213"));
        assertTrue(done("url", "--size", "small", "--picture", id(file)).out().startsWith("<picture>"));
        assertEquals(
                id(file) + "  blue sea",
                done("tag", "--add", "sea", "--add", "Blue", id(file)).out().strip());
        assertEquals(
                id(file) + "  sea",
                done("tag", "--remove", "blue", id(file)).out().strip());
        assertEquals(id(file), done("search", "--tag", "sea", "--ids").out().strip());
        assertTrue(done("search", "A").out().contains("A <b>"));
        assertEquals(4, cli.run("search", "nobody-has-this").code());
    }

    @Test
    void oneAfterTheOther() throws IOException {
        String one = id(file("row/a.jpg", 3));
        String two = id(file("row/b.jpg", 4));
        done("import", folder.resolve("row").toString());
        String least = one.compareTo(two) < 0 ? one : two;
        String next = done("next", least).out().strip();
        assertTrue(least.compareTo(next) < 0);
        assertEquals(least, done("previous", next).out().strip());
        assertEquals(34, done("random").out().strip().length());
        assertEquals(4, cli.run("next", "Z".repeat(32) + "01").code());
        assertEquals(2, done("search", "--newest", "--limit", "2").lines().size());
    }

    @Test
    void inTheTrashAndOut() throws IOException {
        String id = id(file("trash/a.jpg", 5));
        done("import", folder.resolve("trash").toString());
        done("delete", "--why", "a test", id);
        assertFails(4, id, cli.run("info", id));
        assertTrue(done("restore", id).out().startsWith(id));
        done("delete", "--purge", "--yes", id);
        assertFails(1, id, cli.run("restore", id));
    }

    @Test
    void jobsAreWatchedToTheirEnd() throws IOException {
        file("jobs/a.jpg", 6);
        done("import", folder.resolve("jobs").toString());
        Cli.Result scrub = done("scrub", "--dry-run", "--json");
        assertEquals("done", scrub.json().path("state").stringValue());
        assertTrue(scrub.json().path("done").asInt() > 0);
        assertTrue(done("export", "up").out().contains("is done"));
        assertTrue(done("import-store", "--dry-run", "up").out().contains("is done"));
        assertFails(1, "complete archive", cli.run("import-store", "nothing"));
        assertTrue(done("pyramid").out().contains("is done"));
        assertFails(1, "HUIMAGESCOUCHSERVER", cli.run("migrate"));
        String number = done("scrub", "--detach").out().strip();
        assertTrue(done("jobs", "watch", number).out().contains("job " + number));
        assertTrue(done("jobs").out().contains("scrub"));
        assertEquals("", done("jobs", "report", number).out());
        done("jobs", "stop", number);
        assertFails(4, "no job", cli.run("jobs", "stop", "999"));
    }

    @Test
    void theCache() throws IOException {
        String id = id(file("cache/a.jpg", 7));
        done("import", folder.resolve("cache").toString());
        assertTrue(done("cache", "warm", "--size", "240x160", "--size", "square", id)
                .out()
                .startsWith("2 renditions"));
        done("cache", "forget", id);
        assertTrue(done("cache").out().contains("in use"));
        assertTrue(done("cache", "--json").json().path("maxBytes").asLong() > 0);
    }

    @Test
    void whatIsWrongIsSaidInOneLine() throws IOException {
        String id = id(file("wrong/a.jpg", 8));
        done("import", folder.resolve("wrong").toString());
        assertFails(
                3,
                "401",
                Cli.of(folder, server.http().base().toString(), "wrong").run("random"));
        assertFails(
                5,
                "no answer",
                Cli.of(folder, "http://127.0.0.1:" + Server.freePort(), "x").run("random"));
        assertFails(4, "no such picture", cli.run("info", "A".repeat(32) + "01"));
        Path open = folder.resolve("open");
        Process full = cli.start(Path.of("/dev/full"), open, "get", id);
        assertEquals(6, wait(full), "a disk that is full, behind a pipe");
        assertFails(6, "No space left", cli.run("get", id, "-o", "/dev/full"));
        assertFails(6, "no such file", cli.run("get", id, "-o", "/nowhere/a.jpeg"));
        Cli.Result nothing = cli.call("import", "gone.jpg", "wrong/a.jpg");
        assertEquals(1, nothing.code());
        assertTrue(nothing.err().contains("gone.jpg: there is no such file"), nothing.err());
        assertTrue(nothing.err().contains("1 there already"), nothing.err());
    }

    private static int wait(Process process) {
        return process.onExit().join().exitValue();
    }

    @Test
    void offlineItOwnsTheDataFolder() throws IOException {
        Path own = Files.createDirectories(folder.resolve("own"));
        Path file = file("own/a.jpg", 9);
        String[] scrub = {
            "scrub",
            "--json",
            "--offline",
            "--war",
            Server.given("huimages.war"),
            "--data",
            own.resolve("data").toString()
        };
        try (Server other = Server.start(own, Map.of())) {
            assertEquals(0, Cli.of(folder, other).run("import", file.toString()).code());
            Cli.Result refused = cli.run(scrub);
            assertFails(1, own.resolve("data").toString(), refused);
            assertFalse(refused.err().contains("\tat "), refused.err());
        }
        Cli.Result done = cli.run(scrub);
        assertEquals(0, done.code(), done.out() + done.err());
        assertEquals("done", done.json().path("state").stringValue());
        assertEquals(1, done.json().path("done").asInt());
    }
}
