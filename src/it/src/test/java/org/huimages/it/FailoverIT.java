package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Two nodes that have the same pictures, and one of them goes.
@Timeout(180)
class FailoverIT {
    private static final int PICTURES = 20;
    private static final String NEIGHBOUR = "# server 10.0.0.2:8080 backup;";

    @TempDir
    Path folder;

    private final List<byte[]> photos = IntStream.range(0, PICTURES)
            .mapToObj(seed -> PictureMaker.jpeg(PictureMaker.photo(64, 48, seed)))
            .toList();
    private Server first;
    private Server second;

    @BeforeEach
    void start() throws Exception {
        first = Server.start(Files.createDirectories(folder.resolve("first")), Map.of());
        second = Server.start(Files.createDirectories(folder.resolve("second")), Map.of());
        for (Server server : List.of(first, second)) {
            photos.forEach(photo ->
                    assertEquals(201, server.http().upload("x.jpg", photo).statusCode()));
        }
    }

    @AfterEach
    void stop() {
        second.close();
    }

    @Test
    void everyRequestIsAnsweredWhenOneNodeIsKilled() throws Exception {
        Map<String, String> neighbour = Map.of(NEIGHBOUR, "server 127.0.0.1:" + second.port() + " backup;");
        Map<String, String> ring =
                Map.of("10.0.0.1:80", "127.0.0.1:" + first.port(), "10.0.0.2:80", "127.0.0.1:" + second.port());
        Path cache = first.data().resolve("cache");
        try (Nginx node = Nginx.ofNode(folder.resolve("node"), first.port(), cache, neighbour);
                Nginx balancer = Nginx.start(folder.resolve("ring"), "huimages-balancer.conf", ring)) {
            assertAllAnswered(node, 10);
            assertAllAnswered(balancer, 11);
            assertEquals(PICTURES, made("11x11.jpeg"), "each is made once");
            first.kill();
            assertAllAnswered(node, 12);
            assertAllAnswered(balancer, 13);
            assertAllAnswered(balancer, 11);
        }
    }

    /// In a size that nobody has asked for yet.
    private void assertAllAnswered(Nginx nginx, int edge) {
        for (byte[] photo : photos) {
            String path = "/" + edge + "x" + edge + "/" + Uploads.id(photo) + "/x.jpeg";
            RawAnswer answer = RawAnswer.to(nginx.port(), "GET", path, List.of());
            assertEquals(200, answer.status(), () -> path + " " + answer.text());
            String document = "/api/images/" + Uploads.id(photo);
            assertEquals(
                    200, RawAnswer.to(nginx.port(), "GET", document, List.of()).status());
        }
    }

    /// By both nodes together.
    private long made(String file) throws Exception {
        long count = 0;
        for (Server server : List.of(first, second)) {
            try (Stream<Path> files = Files.walk(server.data().resolve("cache"))) {
                count += files.filter(path -> path.endsWith(file)).count();
            }
        }
        return count;
    }
}
