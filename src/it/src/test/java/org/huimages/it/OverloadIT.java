package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Race;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class OverloadIT {
    /// Tomcat's own limit, where none is set.
    private static final int CONTAINER_THREADS = 200;

    @TempDir
    Path folder;

    @Test
    void sendersThatStopInTheMiddleHoldNoContainerThread() throws IOException {
        List<Socket> stalled = new ArrayList<>();
        try (Server server = Server.start(folder, Map.of())) {
            for (int i = 0; i < CONTAINER_THREADS + 20; i++) {
                stalled.add(stall(server));
            }
            Instant start = Instant.now();
            assertEquals(200, server.http().get("/health/live").statusCode());
            byte[] photo = PictureMaker.jpeg(PictureMaker.photo(64, 48, 1));
            assertEquals(201, server.http().upload("photo.jpg", photo).statusCode());
            assertTrue(Duration.between(start, Instant.now()).toSeconds() < 10, "others had to wait for them");
        } finally {
            for (Socket socket : stalled) {
                socket.close();
            }
        }
    }

    private static Socket stall(Server server) throws IOException {
        Socket socket =
                new Socket(server.http().base().getHost(), server.http().base().getPort());
        String start = "POST /api/images HTTP/1.1\r\nHost: localhost\r\nContent-Type: image/jpeg\r\n"
                + "Content-Length: 1000\r\nAuthorization: " + Http.ADMIN + "\r\n\r\nstart";
        socket.getOutputStream().write(start.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void uploadsThatBreakOffLeaveNothingBehind() throws Exception {
        try (Server server = Server.start(folder, Map.of())) {
            for (int i = 0; i < 50; i++) {
                stall(server).close();
            }
            Path spool = server.data().resolve("spool");
            while (entries(spool) > 0) {
                Server.pause();
            }
            byte[] photo = PictureMaker.jpeg(PictureMaker.photo(64, 48, 1));
            assertEquals(201, server.http().upload("photo.jpg", photo).statusCode());
            assertFalse(server.output().contains("Exception"), server.output());
            assertFalse(server.output().contains("SEVERE"), server.output());
        }
    }

    private static long entries(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    @Test
    void aBurstIsMadeOrRefusedWithAnotherTryAndAllIsWellAfterwards() throws Exception {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(3000, 2000, 1));
        try (Server server = Server.start(folder, Map.of("HUIMAGES_RENDER_TIMEOUT", "2s"))) {
            server.http().upload("photo.jpg", photo);
            ImageId id = Uploads.id(photo);
            List<HttpResponse<byte[]>> answers =
                    Race.run(300, asker -> server.http().get("/" + (500 + asker) + "x2000/" + id + ".jpeg"));
            for (HttpResponse<byte[]> answer : answers) {
                assertTrue(Set.of(200, 429, 503).contains(answer.statusCode()), () -> "" + answer.statusCode());
                assertTrue(answer.statusCode() == 200
                        || Http.header(answer, "Retry-After").equals("5"));
            }
            assertTrue(answers.stream().anyMatch(answer -> answer.statusCode() == 200));
            assertTrue(answers.stream().anyMatch(OverloadIT::isUnserved), "no burst at all");
            assertEquals(200, server.http().get("/240x160/" + id + ".jpeg").statusCode());
            assertAtRest(server);
        }
    }

    /// Refused, or consoled with a larger one: if the largest was made first, all others may be.
    private static boolean isUnserved(HttpResponse<byte[]> answer) {
        return answer.statusCode() != 200
                || Http.header(answer, "Cache-Control").equals("public, max-age=5");
    }

    private static void assertAtRest(Server server) {
        AtRest.comesTo(server.http(), AtRest.LIBVIPS);
        AtRest.comesTo(
                server.http(),
                "huimages_renders_active{pool=\"quick\"} 0.0",
                "huimages_renders_queued{pool=\"quick\"} 0.0",
                "huimages_render_memory_bytes{pool=\"quick\"} 0.0",
                "huimages_render_memory_limit_bytes{pool=\"quick\"} 2.68435456E8");
        String metrics = Http.text(server.http().get("/metrics", "Authorization", Http.ADMIN));
        assertTrue(metrics.contains("process_resident_memory_bytes "), metrics);
    }
}
