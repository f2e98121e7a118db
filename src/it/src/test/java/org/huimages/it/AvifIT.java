package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// AVIF comes from a process of its own, whose life hangs on the server's.
@Timeout(120)
class AvifIT {
    @TempDir
    Path folder;

    private final byte[] photo = PictureMaker.jpeg(PictureMaker.photo(800, 600, 1));

    @Test
    void anAvifIsMadeAndItsProcessEndsWithTheServerHoweverThatEnds() throws Exception {
        Server server = Server.start(folder, Map.of());
        assertEquals(List.of(), server.children().toList(), "a process is there before it is needed");
        server.http().upload("photo.jpg", photo);
        assertAvif(server);
        ProcessHandle child = server.children().findFirst().orElseThrow();
        server.kill();
        child.onExit().get(10, TimeUnit.SECONDS);
        assertFalse(child.isAlive());
    }

    /// Classes then lie in a JAR within the WAR, where another Java cannot read them.
    @Test
    void aWarThatIsNotUnpackedMakesThemToo() throws IOException {
        Path conf = configuration();
        try (Server server = Server.start(folder, Map.of("huimages.tomcat.conf", conf.toString()))) {
            assertFalse(Files.exists(server.base().resolve("webapps/ROOT")), "it was unpacked nevertheless");
            server.http().upload("photo.jpg", photo);
            assertAvif(server);
        }
    }

    @Test
    void whatCannotBeMadeInTimeIsUnavailableAndTheRestGoesOn() {
        byte[] large = PictureMaker.jpeg(PictureMaker.noise(4000, 3000, 2));
        try (Server server = Server.start(folder, Map.of("HUIMAGES_RENDER_TIMEOUT", "2s"))) {
            assertEquals(
                    201,
                    patiently(() -> server.http().upload("large.jpg", large)).statusCode());
            HttpResponse<byte[]> late = server.http().get("/4000x4000/" + Uploads.id(large) + ".avif");
            assertEquals(503, late.statusCode());
            assertEquals("5", Http.header(late, "Retry-After"));
            for (String picture : List.of("/240x160/%s.jpeg", "/64x64/%s.avif")) {
                String path = picture.formatted(Uploads.id(large));
                assertEquals(200, patiently(() -> server.http().get(path)).statusCode(), path);
            }
        }
    }

    /// On a busy machine all else may take longer than the short limit, too: then it is asked for again.
    private static HttpResponse<byte[]> patiently(Supplier<HttpResponse<byte[]>> call) {
        return AtRest.await(call, answer -> answer.statusCode() != 503);
    }

    private void assertAvif(Server server) {
        HttpResponse<byte[]> answer = server.http().get("/240x160/" + Uploads.id(photo) + "/x.avif");
        assertEquals(200, answer.statusCode(), () -> Http.text(answer));
        assertEquals("image/avif", Http.header(answer, "Content-Type"));
        assertTrue(new String(answer.body(), 4, 8, StandardCharsets.US_ASCII).startsWith("ftypavif"));
    }

    private Path configuration() throws IOException {
        Path given = Path.of(Server.given("huimages.tomcat.conf"));
        Path copy = folder.resolve("conf-copy");
        try (Stream<Path> files = Files.walk(given)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(given.relativize(file).toString()));
            }
        }
        Path server = copy.resolve("conf/server.xml");
        Files.writeString(server, Files.readString(server).replace("unpackWARs=\"true\"", "unpackWARs=\"false\""));
        return copy;
    }
}
