package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A node: the shipped nginx file over the cache of a real Tomcat. What the proxy answers is what Tomcat answers.
@Timeout(180)
class ProxyIT {
    private static final List<String> MADE =
            List.of("/240x160/%s.jpeg", "/64x64!/%s.jpeg", "/240x160/%s.webp", "/240x160/%s.png");
    private static final List<String> COMPARED = List.of(
            "Content-Type",
            "Content-Length",
            "Content-Range",
            "Cache-Control",
            "ETag",
            "Location",
            "Allow",
            "Retry-After",
            "Set-Cookie",
            "X-Content-Type-Options");

    @TempDir
    static Path folder;

    private static final byte[] PHOTO = PictureMaker.jpeg(PictureMaker.photo(800, 600, 1));
    private static final String ID = Uploads.id(PHOTO).text();

    private static Server server;
    private static Nginx nginx;
    private static String tag;

    @BeforeAll
    static void start() {
        server =
                Server.start(folder, Map.of("HUIMAGES_PICTURE_HOST", "only-pictures.example", "HUIMAGES_AVIF", "true"));
        nginx = Nginx.ofNode(
                folder.resolve("nginx"), server.port(), server.data().resolve("cache"), Map.of());
        server.http().upload("photo.jpg", PHOTO);
        MADE.forEach(
                path -> assertEquals(200, server.http().get(path.formatted(ID)).statusCode()));
        assertEquals(200, server.http().avif("/64x64/" + ID + ".avif").statusCode());
        tag = tomcat("GET", "/240x160/" + ID + ".jpeg").header("ETag");
    }

    @AfterAll
    static void stop() throws IOException {
        String errors = nginx.errors();
        nginx.close();
        server.close();
        assertTrue(errors.lines().noneMatch(line -> line.contains("[warn]") || line.contains("[crit]")), errors);
    }

    private static RawAnswer tomcat(String method, String target, String... headers) {
        return RawAnswer.to(server.port(), method, target, List.of(headers));
    }

    private static RawAnswer proxy(String method, String target, String... headers) {
        return RawAnswer.to(nginx.port(), method, target, List.of(headers));
    }

    static Stream<Exchange> exchanges() {
        return Exchanges.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exchanges")
    void theProxyAnswersLikeTomcat(Exchange exchange) {
        String target = exchange.target().replace("ID", ID).replace("FOLDER", ID.substring(0, 2));
        String[] headers = exchange.headers().stream()
                .map(header -> header.replace("TAG", tag))
                .toArray(String[]::new);
        RawAnswer alone = tomcat(exchange.method(), target, headers);
        RawAnswer proxied = proxy(exchange.method(), target, headers);
        assertEquals(exchange.status(), alone.status(), () -> "Tomcat: " + alone.text());
        assertEquals(exchange.proxyStatus().orElse(exchange.status()), proxied.status(), () -> "proxy: " + proxied);
        exchange.expected().forEach((name, value) -> {
            String expected = value.replace("TAG", tag).replace("ID", ID);
            assertEquals(expected, alone.header(name), () -> "Tomcat: " + name);
            assertEquals(expected, proxied.header(name), () -> "proxy: " + name);
        });
        if (exchange.proxyStatus().isEmpty() && !isErrorPage(alone)) {
            assertSame(alone, proxied);
        }
    }

    /// Each server has its own for what it understands to be no request at all.
    private static boolean isErrorPage(RawAnswer answer) {
        return answer.status() >= 400 && answer.header("Content-Type").startsWith("text/html");
    }

    private static void assertSame(RawAnswer one, RawAnswer other) {
        for (String name : COMPARED) {
            assertEquals(one.header(name), other.header(name), name);
        }
        if (one.status() != 304) { // nginx adds the date to the tag, which need not be
            assertEquals(one.header("Last-Modified"), other.header("Last-Modified"));
        }
        assertArrayEquals(one.body(), other.body());
    }

    @Test
    void severalRangesHaveTheSameParts() {
        RawAnswer alone = tomcat("GET", "/240x160/" + ID + ".jpeg", "Range: bytes=0-9,20-29");
        RawAnswer proxied = proxy("GET", "/240x160/" + ID + ".jpeg", "Range: bytes=0-9,20-29");
        for (RawAnswer answer : List.of(alone, proxied)) {
            assertEquals(206, answer.status());
            assertTrue(answer.header("Content-Type").startsWith("multipart/byteranges; boundary="));
        }
    }

    @Test
    void aMissIsAnsweredLikeTheHitThatFollows() {
        for (String target : List.of(
                "/100x90/" + ID + "/x.jpg?sig=k1..x", "/90x80!/" + ID + ".webp", "/91x1/" + ID + "/%C3%BC.png")) {
            RawAnswer miss = proxy("GET", target, "Cookie: JSESSIONID=1");
            assertEquals(200, miss.status(), miss::text);
            RawAnswer hit = proxy("GET", target);
            assertSame(miss, hit);
        }
    }

    @Test
    void theProxyNeedsNoTomcatForAHit() {
        try (Nginx lonely = Nginx.ofNode(
                folder.resolve("lonely"), Server.freePort(), server.data().resolve("cache"), Map.of())) {
            RawAnswer hit = RawAnswer.to(lonely.port(), "GET", "/240x160/" + ID + ".jpeg", List.of());
            assertSame(tomcat("GET", "/240x160/" + ID + ".jpeg"), hit);
            RawAnswer miss = RawAnswer.to(lonely.port(), "GET", "/239x160/" + ID + ".jpeg", List.of());
            assertEquals(503, miss.status());
            assertEquals("no server answers\n", miss.text());
            assertEquals("5", miss.header("Retry-After"));
            assertEquals("no-store", miss.header("Cache-Control"));
        }
    }

    @Test
    void aDeletedPictureIsGoneAtOnce() {
        byte[] doomed = PictureMaker.jpeg(PictureMaker.photo(300, 200, 7));
        String path = "/240x160/" + Uploads.id(doomed) + ".jpeg";
        server.http().upload("doomed.jpg", doomed);
        assertEquals(200, proxy("GET", path).status());
        assertEquals(200, proxy("GET", path).status());
        server.http().send("DELETE", "/api/images/" + Uploads.id(doomed), new byte[0], "Authorization", Http.ADMIN);
        assertEquals(410, proxy("GET", path).status());
    }

    @Test
    void aPrivatePictureNeverLiesWhereTheProxyLooks() {
        byte[] secret = PictureMaker.jpeg(PictureMaker.photo(300, 200, 8));
        String path = "/240x160/" + Uploads.id(secret) + ".jpeg";
        server.http().upload("secret.jpg", secret);
        assertEquals(200, proxy("GET", path).status());
        HttpResponse<byte[]> hidden = server.http()
                .send(
                        "PATCH",
                        "/api/images/" + Uploads.id(secret),
                        "{\"private\": true}".getBytes(StandardCharsets.UTF_8),
                        "Authorization",
                        Http.ADMIN,
                        "Content-Type",
                        "application/json");
        assertEquals(200, hidden.statusCode());
        assertEquals(404, proxy("GET", path).status());
        assertEquals(404, proxy("GET", path).status());
    }

    @Test
    void uploadsGoThroughAndWhatIsTooLargeIsToldSo() {
        try (Http http = new Http(URI.create("http://127.0.0.1:" + nginx.port()))) {
            byte[] photo = PictureMaker.jpeg(PictureMaker.photo(80, 60, 9));
            HttpResponse<byte[]> created = http.upload("photo.jpg", photo);
            assertEquals(201, created.statusCode());
            assertTrue(Http.text(created).contains("\"url\":\"http://127.0.0.1"), Http.text(created));
            HttpResponse<byte[]> refused = http.upload("large.jpg", new byte[(64 << 20) + 1]);
            assertEquals(413, refused.statusCode());
            assertEquals("application/problem+json", Http.header(refused, "Content-Type"));
        }
    }
}
