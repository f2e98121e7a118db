package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.huimages.testkit.Race;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What Tomcat gets to see through the proxy: here it is a server that repeats what it was sent.
@Timeout(120)
class ProxyHeadersIT {
    private static final String ID = "A".repeat(32) + "01";
    private static final int BURST = 1_000;

    @TempDir
    Path folder;

    private HttpServer echo;
    private Nginx nginx;

    @BeforeEach
    void start() throws IOException {
        echo = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        echo.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        echo.createContext("/", ProxyHeadersIT::repeat);
        echo.start();
        Path cache = Files.createDirectories(folder.resolve("cache"));
        nginx = Nginx.ofNode(folder.resolve("nginx"), echo.getAddress().getPort(), cache, Map.of());
    }

    @AfterEach
    void stop() {
        nginx.close();
        echo.stop(0);
    }

    private static void repeat(HttpExchange exchange) throws IOException {
        String heard = exchange.getRequestHeaders().entrySet().stream()
                .map(header -> header.getKey() + ": " + String.join(" | ", header.getValue()) + "\n")
                .collect(Collectors.joining(
                        "", exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n", ""));
        byte[] body = heard.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Set-Cookie", "JSESSIONID=new");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void whoAsksIsToldByTheProxyAlone() {
        RawAnswer answer = RawAnswer.to(
                nginx.port(),
                "GET",
                "/api/x",
                List.of(
                        "X-Forwarded-For: 6.6.6.6",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Host: evil.example",
                        "X-Forwarded-Port: 666",
                        "Forwarded: for=6.6.6.6"));
        String heard = answer.text();
        assertTrue(heard.contains("Host: " + RawAnswer.HOST + "\n"), heard);
        assertTrue(heard.contains("X-forwarded-for: 127.0.0.1\n"), heard);
        assertTrue(heard.contains("X-forwarded-proto: http\n"), heard);
        assertFalse(heard.contains("666") || heard.contains("6.6.6.6") || heard.contains("evil"), heard);
    }

    @Test
    void noCookieGoesAlongWithAPicture() {
        RawAnswer picture = RawAnswer.to(nginx.port(), "GET", "/240x160/" + ID + ".jpeg", List.of("Cookie: a=b"));
        assertFalse(picture.text().contains("Cookie"), picture.text());
        assertEquals("", picture.header("Set-Cookie"));
        RawAnswer page = RawAnswer.to(nginx.port(), "GET", "/browser/", List.of("Cookie: a=b"));
        assertTrue(page.text().contains("Cookie: a=b\n"), page.text());
        assertEquals("JSESSIONID=new", page.header("Set-Cookie"));
    }

    @Test
    void theAddressArrivesAsItWasWritten() {
        for (String target : List.of(
                "/240x160/" + ID + "/Gr%C3%BC%C3%9Fe%20a%2Bb.jpeg?sig=k1..abc%3D",
                "//x/..//240x160/" + ID + ".jpeg",
                "/240x160/" + ID + ";v=1/x.jpeg")) {
            RawAnswer answer = RawAnswer.to(nginx.port(), "GET", target, List.of());
            assertEquals("GET " + target, answer.text().lines().findFirst().orElseThrow());
        }
    }

    @Test
    void whoAsksForTooMuchThatIsNotThereIsToldToWaitAndStillGetsWhatIs() throws Exception {
        Path file = folder.resolve("cache/AA/" + ID + "/240x160.jpeg");
        Files.createDirectories(file.getParent());
        Files.write(file, new byte[] {1, 2, 3});
        try (Http http = new Http(URI.create("http://127.0.0.1:" + nginx.port()))) {
            List<HttpResponse<byte[]>> refused = Race.run(8, asker -> misses(http, asker)).stream()
                    .flatMap(List::stream)
                    .filter(answer -> answer.statusCode() != 200)
                    .toList();
            assertFalse(refused.isEmpty());
            assertTrue(refused.size() < 7 * BURST, "the first thousand are not refused");
            refused.forEach(ProxyHeadersIT::assertToldToWait);
            assertEquals(200, http.get("/240x160/" + ID + "/x.jpeg").statusCode());
            assertEquals(3, http.get("/240x160/" + ID + "/x.jpeg").body().length);
        }
    }

    private static List<HttpResponse<byte[]>> misses(Http http, int asker) {
        return IntStream.rangeClosed(1, BURST)
                .mapToObj(width -> http.get("/" + width + "x" + (asker + 1) + "/" + ID + ".jpeg"))
                .toList();
    }

    private static void assertToldToWait(HttpResponse<byte[]> answer) {
        assertEquals(429, answer.statusCode());
        assertEquals("5", Http.header(answer, "Retry-After"));
        assertEquals("no-store", Http.header(answer, "Cache-Control"));
        assertEquals("too many pictures asked for at once\n", Http.text(answer));
    }
}
