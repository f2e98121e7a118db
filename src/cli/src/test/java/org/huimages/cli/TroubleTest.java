package org.huimages.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.huimages.cli.shell.Exit;
import org.huimages.testkit.net.StubServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What goes wrong ends in one line and the right exit code.
class TroubleTest {
    private static final String ID = "3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01";

    private final StubServer server = new StubServer();

    @TempDir
    Path home;

    @AfterEach
    void stop() {
        server.close();
    }

    private Run run(String... arguments) {
        Map<String, String> environment =
                Map.of("HUIMAGES_API_URL", server.address(), "HUIMAGES_USER", "ann", "HUIMAGES_PASSWORD", "secret");
        return Run.of(environment, home, arguments);
    }

    private static void assertOneLine(int code, String part, Run run) {
        assertEquals(code, run.code(), run.err());
        assertEquals("", run.out());
        assertEquals(1, run.err().lines().count(), run.err());
        assertTrue(run.err().startsWith("huimages: "), run.err());
        assertTrue(run.err().contains(part), run.err());
    }

    @ParameterizedTest
    @CsvSource({"401, 3", "403, 3", "404, 4", "410, 4", "409, 1", "422, 1", "500, 1", "507, 1"})
    void theServersAnswerDecides(int status, int code) {
        server.answers(status, "{\"detail\": \"because\"}");
        assertOneLine(code, "because", run("delete", ID));
    }

    @Test
    void aServerThatIsNotThere() {
        server.close();
        assertOneLine(Exit.NO_SERVER, server.address(), run("random"));
        assertOneLine(Exit.NO_SERVER, server.address(), run("jobs"));
        assertOneLine(Exit.NO_SERVER, server.address(), run("scrub"));
        assertOneLine(Exit.NO_SERVER, server.address(), run("import", someFile().toString()));
    }

    @Test
    void aServerThatIsNotOurs() {
        server.answers(200, "<html>hello</html>");
        assertOneLine(Exit.NO_SERVER, "huImages", run("random"));
        assertOneLine(Exit.NO_SERVER, "huImages", run("jobs"));
    }

    @Test
    void noServerIsNamed() {
        assertOneLine(Exit.USAGE, "HUIMAGES_API_URL", Run.of(Map.of(), home, "random"));
    }

    @Test
    void anAddressThatIsNone() {
        assertOneLine(Exit.USAGE, "HUIMAGES_API_URL", run("random", "--server", "images.example.com"));
        assertOneLine(Exit.USAGE, "HUIMAGES_API_URL", run("jobs", "--server", "images.example.com"));
    }

    @Test
    void aPasswordIsNotAskedForInAPipe() {
        Map<String, String> environment = Map.of("HUIMAGES_API_URL", server.address(), "HUIMAGES_USER", "ann");
        assertOneLine(Exit.USAGE, "HUIMAGES_PASSWORD", Run.of(environment, home, "random"));
    }

    @ParameterizedTest
    @CsvSource({
        "import --jobs 0 x, --jobs",
        "import --ref novalue x, key=value",
        "import --title %q x, %q",
        "import --title a --title-from-name x, mutually exclusive",
        "import --tag a x, who are you",
        "search --limit 0, --limit",
        "search --newest word, either",
        "delete --purge " + ID + ", --yes",
        "scrub --offline --detach, --detach",
        "scrub --war x, --offline",
        "info x, not the ID",
        "info " + ID + " x, 'x' is not the ID",
        "cache forget " + ID + " x, 'x' is not the ID",
        "url --format bmp " + ID + " --size small, --format",
        "url --format php " + ID + " --size small, --format",
        "url --format gif " + ID + " --size small, --format"
    })
    void argumentsThatAreWrong(String line, String part) {
        String[] arguments = line.split(" ");
        Map<String, String> environment = Map.of("HUIMAGES_API_URL", server.address());
        Run wrong = Run.of(environment, home, arguments);
        assertEquals(Exit.USAGE, wrong.code(), wrong.err());
        assertTrue(wrong.err().contains(part), wrong.err());
        assertFalse(wrong.err().contains("\tat "), wrong.err());
        assertTrue(server.requests().isEmpty(), "nobody is asked");
    }

    @Test
    void aPathThatIsEmptyIsNotTheFolderOneIsIn() {
        assertOneLine(Exit.USAGE, "without a name", run("import", ""));
    }

    @Test
    void offlineNeedsTheWarAndTheData() {
        assertOneLine(Exit.USAGE, "--war", run("scrub", "--offline"));
        assertOneLine(
                Exit.USAGE,
                "HUIMAGES_DATA",
                run("scrub", "--offline", "--war", someFile().toString()));
    }

    @Test
    void offlineDataThatIsNotThereIsNotMade() {
        Path gone = home.resolve("gone");
        String war = someFile().toString();
        assertOneLine(Exit.USAGE, gone.toString(), run("scrub", "--offline", "--war", war, "--data", gone.toString()));
    }

    @Test
    void aPasswordThatOthersCanReadIsSaidOnce() throws IOException {
        Path folder = Files.createDirectories(home.resolve(".config/huimages"));
        Path config = Files.writeString(
                folder.resolve("config"), "server = %s\nuser = ann\npassword = secret\n".formatted(server.address()));
        Files.setPosixFilePermissions(config, PosixFilePermissions.fromString("rw-r--r--"));
        server.answers(200, "{\"tags\": []}");
        Run run = Run.of(Map.of(), home, "tag", ID);
        assertEquals(Exit.DONE, run.code(), run.err());
        assertEquals(1, run.err().lines().filter(line -> line.contains("chmod")).count(), run.err());
    }

    private Path someFile() {
        try {
            return Files.writeString(home.resolve("file"), "no WAR");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void offlineWithWhatIsNoWar() {
        assertOneLine(
                Exit.FILE,
                "file",
                run(
                        "scrub",
                        "--offline",
                        "--data",
                        home.toString(),
                        "--war",
                        someFile().toString()));
    }
}
