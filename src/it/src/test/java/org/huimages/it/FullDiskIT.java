package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk of 40 MB for all data of a server, which somebody else fills to its last byte.
@Timeout(180)
class FullDiskIT {
    private static final int CHUNK = 4096;

    @TempDir
    Path folder;

    private final byte[] photo = PictureMaker.jpeg(PictureMaker.photo(640, 480, 1));
    private final ImageId id = Uploads.id(photo);
    private Path disk;

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=40m", "huimages", disk.toString()) == 0,
                "only root can mount a small disk: run this as root");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", disk.toString());
    }

    private static int run(String... command) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException notThere) {
            return -1;
        }
    }

    @Test
    void picturesAreStillMadeAndSentAndNothingIsLost() throws IOException {
        byte[] second = PictureMaker.jpeg(PictureMaker.photo(640, 480, 2));
        try (Server server = Server.start(
                folder, Map.of("huimages.data", disk.resolve("data").toString()))) {
            assertEquals(201, server.http().upload("kept.jpg", photo).statusCode());
            assertEquals(200, server.http().get("/240x160/" + id + ".jpeg").statusCode());
            Path ballast = fill();
            assertEquals(507, server.http().upload("second.jpg", second).statusCode());
            for (int width = 100; width < 110; width++) {
                var made = server.http().get("/" + width + "x" + width + "/" + id + ".jpeg");
                assertEquals(200, made.statusCode(), () -> Http.text(made));
                assertEquals(width, Http.dimensions(made).width());
            }
            assertArrayEquals(photo, server.http().get("/o/" + id + ".jpeg").body());
            assertTrue(Http.text(server.http().get("/api/images/" + id)).contains("\"width\":640"));
            assertFalse(cached("105x105.jpeg"));
            Files.delete(ballast);
            assertEquals(201, server.http().upload("second.jpg", second).statusCode());
            assertEquals(200, server.http().get("/105x105/" + id + ".jpeg").statusCode());
            assertTrue(cached("105x105.jpeg"));
        }
        try (Server server = Server.start(
                folder, Map.of("huimages.data", disk.resolve("data").toString()))) {
            assertArrayEquals(photo, server.http().get("/o/" + id + ".jpeg").body());
            assertArrayEquals(
                    second,
                    server.http().get("/o/" + Uploads.id(second) + ".jpeg").body());
        }
    }

    private boolean cached(String name) {
        return Files.exists(disk.resolve("data/cache")
                .resolve(id.text().substring(0, 2))
                .resolve(id.text())
                .resolve(name));
    }

    /// To the last byte, whatever the server removes to make room.
    private Path fill() throws IOException {
        Path ballast = disk.resolve("ballast");
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(ballast, StandardOpenOption.CREATE_NEW)) {
            while (disk.toFile().getUsableSpace() > 0) {
                out.write(chunk);
            }
        } catch (IOException full) {
            assertEquals(0, disk.toFile().getUsableSpace());
        }
        return ballast;
    }
}
