package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A tree of pictures is brought in, by a program that is killed, and by a server that is.
///
/// `-Dhuimages.full=true` takes 1,000 pictures.
@Timeout(600)
class CliImportIT {
    private static final int PICTURES = Boolean.getBoolean("huimages.full") ? 1000 : 80;

    @TempDir
    Path folder;

    private Server server;

    @BeforeEach
    void plant() throws IOException {
        for (int number = 0; number < PICTURES; number++) {
            Path file = folder.resolve("tree/roll" + number / 20 + "/" + number + ".jpg");
            Files.createDirectories(file.getParent());
            Files.write(file, PictureMaker.jpeg(PictureMaker.photo(160, 120, number)));
        }
        server = Server.start(folder, Map.of());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private String[] importing() {
        return new String[] {"import", "--recursive", "--json", "--jobs", "2", "tree"};
    }

    private static JsonNode summary(Cli.Result result) {
        assertEquals(0, result.code(), result.err());
        return result.json().path("summary");
    }

    private int stored() {
        Cli.Result all = Cli.of(folder, server).run("search", "--all", "--ids");
        return all.lines().size();
    }

    @Test
    void whatWasBrokenOffGoesOn() throws IOException {
        Cli cli = Cli.of(folder, server);
        Path out = Files.createFile(folder.resolve("killed.out"));
        Process killed = cli.start(out, folder.resolve("killed.err"), importing());
        while (lines(out) < PICTURES / 4) {
            Server.pause();
        }
        killed.destroyForcibly().onExit().join();
        int before = stored();
        assertTrue(before >= PICTURES / 4 && before < PICTURES, before + " of " + PICTURES);
        JsonNode rest = summary(cli.call(importing()));
        int there = rest.path("there").asInt();
        assertTrue(
                there >= before, there + " are there, which were " + before + ": what was under way may be one more");
        assertEquals(PICTURES - there, rest.path("imported").asInt());
        assertEquals(PICTURES, stored());
        JsonNode again = summary(cli.call(importing()));
        assertEquals(0, again.path("imported").asInt());
        assertEquals(0, again.path("importedBytes").asInt());
        assertEquals(PICTURES, again.path("there").asInt());
    }

    private static int lines(Path file) throws IOException {
        return (int) Files.readString(file).lines().count();
    }

    @Test
    void aServerThatStartsAgainIsWaitedFor() throws IOException {
        Path out = Files.createFile(folder.resolve("patient.out"));
        int port = server.port();
        Process patient = Cli.of(folder, server).start(out, folder.resolve("patient.err"), importing());
        while (lines(out) < PICTURES / 4) {
            Server.pause();
        }
        server.kill();
        server = Server.start(folder, Map.of("huimages.port", Integer.toString(port)));
        assertEquals(0, patient.onExit().join().exitValue(), Files.readString(folder.resolve("patient.err")));
        assertEquals(PICTURES, stored());
    }
}
