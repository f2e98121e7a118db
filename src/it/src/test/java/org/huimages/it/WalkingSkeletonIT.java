package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.header.Orientation;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class WalkingSkeletonIT {
    @TempDir
    static Path folder;

    private static final String PUBLIC = "https://pictures.example:8443/i";

    private static Server server;
    private static Http http;

    @BeforeAll
    static void start() {
        server = Server.start(folder, Map.of("IMAGESERVERURL", PUBLIC));
        http = server.http();
    }

    @AfterAll
    static void libvipsIsAtRestAndTheLogIsClean() {
        AtRest.comesTo(http, AtRest.LIBVIPS);
        server.close();
        assertFalse(server.output().contains("WARNING"), server.output());
        assertFalse(server.output().contains("SEVERE"), server.output());
        assertFalse(server.output().contains("Exception"), server.output());
    }

    @Test
    void anUploadedPhotoIsServedInEverySize() throws IOException {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(1200, 900, 1));
        ImageId id = Uploads.id(photo);
        HttpResponse<byte[]> created = http.upload("photo.jpg", photo);
        assertEquals(201, created.statusCode(), Http.text(created));
        assertTrue(Http.text(created).contains("\"id\":\"" + id + "\""));
        assertTrue(Http.text(created).contains("\"url\":\"" + PUBLIC + "/o/" + id + ".jpeg\""));

        assertEquals(new Dimensions(213, 160), picture("/240x160/" + id + "/any-name.jpeg"));
        assertEquals(new Dimensions(213, 160), picture("/240x160/" + id + ".jpeg"));
        assertEquals(new Dimensions(75, 75), picture("/75x75!/" + id + "/x.jpeg"));
        assertArrayEquals(photo, http.get("/o/" + id + "/x.jpeg").body());
    }

    private static Dimensions picture(String path) {
        HttpResponse<byte[]> answer = http.get(path);
        assertEquals(200, answer.statusCode(), () -> path + " " + Http.text(answer));
        assertEquals("image/jpeg", Http.header(answer, "Content-Type"));
        return Http.dimensions(answer);
    }

    @ParameterizedTest
    @EnumSource
    void everyOrientationComesOutUpright(Orientation orientation) throws IOException {
        byte[] photo = PictureMaker.jpeg(PictureMaker.quarters(400, 300), orientation);
        ImageId id = Uploads.id(photo);
        assertTrue(Http.text(http.upload("turned.jpg", photo)).contains("\"width\":400,\"height\":300"));
        for (Size size : Set.of(new Size.Fit(100, 100), new Size.Exact(90, 30), new Size.Fit(1000, 1000))) {
            assertEquals(new Dimensions(400, 300).scaledTo(size), picture("/" + size.text() + "/" + id + "/x.jpeg"));
        }
        assertArrayEquals(photo, http.get("/o/" + id + ".jpeg").body());
    }

    @Test
    void savingAgainAddsTheTitleAndIsNoNewPicture() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(64, 48, 2));
        assertEquals(201, http.upload("first.jpg", photo).statusCode());
        HttpResponse<byte[]> again =
                http.form(Http.ADMIN, Http.field("title", "Grüße 🌷"), Http.part("file", "second.jpg", photo));
        assertEquals(200, again.statusCode());
        assertTrue(Http.text(again).contains("\"titles\":[\"Grüße 🌷\"]"), Http.text(again));
        assertTrue(Http.text(again).contains("\"filename\":\"first.jpg\""), Http.text(again));
    }

    @Test
    void theBodyItselfMayBeThePicture() throws IOException {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(64, 48, 3));
        HttpResponse<byte[]> created = http.send(
                "POST",
                "/api/images?filename=raw%20one.jpg&title=Raw&timestamp=20090129T235959.000000",
                photo,
                "Authorization",
                Http.ADMIN,
                "Content-Type",
                "image/jpeg");
        assertEquals(201, created.statusCode(), Http.text(created));
        assertTrue(Http.text(created).contains("\"filename\":\"raw one.jpg\""));
        assertTrue(Http.text(created).contains("\"ctime\":\"20090129T235959.000000\""));

        HttpResponse<byte[]> open = http.get("/api/images/" + Uploads.id(photo));
        assertEquals(200, open.statusCode());
        assertFalse(Http.text(open).contains("raw one.jpg"), "who is not signed in sees no file name");
    }

    @Test
    void severalFilesAreAnsweredOneByOne() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(64, 48, 4));
        HttpResponse<byte[]> answer = http.form(
                Http.ADMIN,
                Http.part("file", "good.jpg", photo),
                Http.part("file", "bad.jpg", "<html>".getBytes(StandardCharsets.UTF_8)));
        assertEquals(207, answer.statusCode());
        assertTrue(Http.text(answer).contains("\"status\":201")
                && Http.text(answer).contains("\"status\":415"));
    }

    static Stream<Object[]> badUploads() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(640, 480, 5));
        return Stream.of(
                new Object[] {400, "empty.jpg", new byte[0]},
                new Object[] {415, "page.jpg", "<html><body>hello</body></html>".getBytes(StandardCharsets.UTF_8)},
                new Object[] {415, "short.jpg", new byte[] {(byte) 0xFF}},
                new Object[] {
                    415, "vector.jpg", "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)
                },
                new Object[] {422, "header-only.jpg", Arrays.copyOf(photo, 20)},
                new Object[] {422, "truncated.jpg", Arrays.copyOf(photo, photo.length / 2)},
                new Object[] {422, "bomb.jpg", JpegSegments.claimSize(photo, 65500, 65500)},
                new Object[] {422, "flat.jpg", JpegSegments.claimSize(photo, 640, 0)},
                new Object[] {413, "large.jpg", Arrays.copyOf(photo, (64 << 20) + 1)});
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("badUploads")
    void aBadUploadIsRefusedAndLeavesNoTrace(int status, String name, byte[] file) throws IOException {
        Set<Path> before = files();
        HttpResponse<byte[]> answer = http.upload(name, file);
        assertEquals(status, answer.statusCode(), Http.text(answer));
        assertEquals("application/problem+json", Http.header(answer, "Content-Type"));
        assertEquals(1, Http.text(answer).lines().count());
        assertEquals(before, files());
        assertEquals(404, http.get("/api/images/" + Uploads.id(file)).statusCode());
        assertEquals(404, http.get("/o/" + Uploads.id(file) + ".jpeg").statusCode());
    }

    private static Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(server.data())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(server.data().resolve("catalog")))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void whoMayNotUploadIsTold() {
        byte[] part = Http.part("file", "x.jpg", PictureMaker.jpeg(PictureMaker.photo(8, 8, 1)));
        assertEquals(401, http.form(Http.basic("admin", "wrong"), part).statusCode());
        assertEquals(401, http.form(Http.basic("nobody", ""), part).statusCode());
        HttpResponse<byte[]> anonymous = http.send("POST", "/api/images", part, "Content-Type", "image/jpeg");
        assertEquals(401, anonymous.statusCode());
        assertTrue(Http.header(anonymous, "WWW-Authenticate").startsWith("Basic "));
        assertEquals(400, http.form("Basic %%%", part).statusCode());
    }

    @Test
    void onlyPagesOfThisSiteMayUpload() {
        assertEquals(403, uploadFrom("https://evil.example"));
        assertEquals(403, uploadFrom("null"));
        assertEquals(201, uploadFrom(http.base().toString()));
        assertEquals(200, uploadFrom("https://pictures.example:8443"), "where a proxy shows this server");
    }

    private static int uploadFrom(String origin) {
        return http.send(
                        "POST",
                        "/api/images",
                        PictureMaker.jpeg(PictureMaker.photo(8, 8, 9)),
                        "Authorization",
                        Http.ADMIN,
                        "Content-Type",
                        "image/jpeg",
                        "Origin",
                        origin)
                .statusCode();
    }

    @Test
    void nonsenseInTheApiIsAProblemOfOneLine() {
        assertProblem(404, http.get("/api/nothing"));
        assertProblem(404, http.get("/api/images/ABC"));
        assertProblem(404, http.get("/api/images/" + "A".repeat(32) + "01"));
        assertProblem(405, http.send("DELETE", "/api/images", new byte[0], "Authorization", Http.ADMIN));
        assertProblem(415, http.send("POST", "/api/images", new byte[] {1}, "Authorization", Http.ADMIN));
        assertProblem(400, http.form(Http.ADMIN, Http.field("title", "no file")));
        assertProblem(422, http.form(Http.ADMIN, Http.field("colour", "red")));
        assertProblem(
                400,
                http.send(
                        "POST",
                        "/api/images",
                        new byte[] {1, 2, 3},
                        "Authorization",
                        Http.ADMIN,
                        "Content-Type",
                        "multipart/form-data"));
    }

    /// Sent by hand: no client library writes such an address.
    @Test
    void aQueryThatCannotBeReadIsToldSo() throws IOException {
        String request = "POST /api/images?title=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: image/jpeg\r\nContent-Length: 0\r\nAuthorization: " + Http.ADMIN + "\r\n\r\n";
        try (Socket socket = new Socket(http.base().getHost(), http.base().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.contains("the query cannot be read"), answer);
        }
    }

    @Test
    void aFormWithoutEndIsCutShort() {
        byte[][] parts = new byte[600][];
        Arrays.fill(parts, Http.field("title", "again"));
        assertProblem(413, http.form(Http.ADMIN, parts));
        byte[][] texts = new byte[8][];
        Arrays.fill(texts, Http.field("title", "x".repeat(9_000)));
        assertProblem(413, http.form(Http.ADMIN, texts));
        assertProblem(422, http.form(Http.ADMIN, Http.field("title", "x".repeat(60_000))));
    }

    @Test
    void aFileWithALongForeignNameIsTaken() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(64, 48, 8));
        HttpResponse<byte[]> created = http.upload("写".repeat(200) + ".jpg", photo);
        assertEquals(201, created.statusCode(), Http.text(created));
        assertTrue(Http.text(created).contains("写写.jpg"));
    }

    private static void assertProblem(int status, HttpResponse<byte[]> answer) {
        assertEquals(status, answer.statusCode(), Http.text(answer));
        assertEquals("application/problem+json", Http.header(answer, "Content-Type"));
        assertEquals(1, Http.text(answer).lines().count());
    }

    @Test
    void metricsAreForTheirRole() {
        assertEquals(401, http.get("/metrics").statusCode());
        assertEquals(200, http.get("/metrics", "Authorization", Http.ADMIN).statusCode());
    }

    @Test
    void pathTricksLeadNowhere() {
        for (String path : Set.of(
                "/WEB-INF/web.xml",
                "/WEB-INF/cache/.huimages-cache",
                "/META-INF/LICENSE",
                "/240x160/%2e%2e/%2e%2e/WEB-INF/web.xml",
                "/o/..%2f..%2fetc%2fpasswd",
                "/240x160;x=1/" + "A".repeat(34) + ".jpeg",
                "/..%5c..%5c/x")) {
            int status = http.get(path).statusCode();
            assertTrue(status == 404 || status == 400, () -> path + " " + status);
        }
    }

    @Test
    void itIsAliveAndReadyAndSaysWhoItIs() {
        assertEquals(200, http.get("/health/live").statusCode());
        assertTrue(Http.text(http.get("/health/ready")).contains("\"status\":\"ok\""));
        assertEquals("huImages", Http.header(http.get("/health/live"), "Server"));
        assertEquals(200, http.get("/").statusCode());
    }
}
