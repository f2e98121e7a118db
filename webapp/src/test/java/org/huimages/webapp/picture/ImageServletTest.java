package org.huimages.webapp.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.huimages.rendition.SizePolicy;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Extension;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class ImageServletTest {
    private static final String NOBODY = "A".repeat(32) + "01";

    @TempDir
    Path folder;

    private final byte[] picture = PictureMaker.jpeg(PictureMaker.quarters(40, 30));
    private final GatedEngine engine = new GatedEngine();
    private PictureServer server;
    private ImageId id;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new PictureServer(folder, engine, Duration.ofSeconds(20));
        id = server.add(picture);
    }

    @AfterEach
    void stop() throws LifecycleException {
        engine.open();
        server.close();
    }

    @Test
    void theSecondFetchStartsNoAsyncAsksNoStoreAndRendersNothing() {
        engine.open();
        HttpResponse<byte[]> first = server.get("/24x16/" + id + "/a.jpeg");
        assertEquals(200, first.statusCode());
        assertEquals(1, server.asyncStarted.get());
        int catalogAsked = server.catalog.finds();
        int originalsAsked = server.originals.callers().size();

        HttpResponse<byte[]> second = server.get("/24x16/" + id + "/another-name.jpg");
        assertEquals(200, second.statusCode());
        assertArrayEquals(first.body(), second.body());
        assertEquals(1, engine.rendered.get());
        assertEquals(1, server.asyncStarted.get());
        assertEquals(catalogAsked, server.catalog.finds());
        assertEquals(originalsAsked, server.originals.callers().size());
    }

    @Test
    void aHerdForOnePictureIsOneRenderAndHoldsNoContainerThread() throws Exception {
        HttpResponse<byte[]> hit = server.get("/o/" + id + ".jpeg");
        List<CompletableFuture<HttpResponse<byte[]>>> herd = IntStream.range(0, 10 * PictureServer.CONTAINER_THREADS)
                .mapToObj(i -> server.getLater("/24x16/" + id + "/" + i + ".jpeg"))
                .toList();
        while (server.asyncStarted.get() < 1 + herd.size()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        assertArrayEquals(hit.body(), server.get("/o/" + id + ".jpeg").body(), "hits are answered meanwhile");
        engine.open();
        herd.forEach(answer -> assertEquals(200, answer.join().statusCode()));
        assertEquals(1, engine.rendered.get());
    }

    @Test
    void anOriginalIsSentAsItIs() {
        HttpResponse<byte[]> answer = server.get("/o/" + id + "/name.jpeg");
        assertArrayEquals(picture, answer.body());
        assertEquals("image/jpeg", header(answer, "Content-Type"));
        assertEquals(0, engine.rendered.get());
    }

    @Test
    void aHitHasItsCachingHeadersAndAnswersConditionsAndRanges() {
        server.get("/o/" + id + ".jpeg");
        HttpResponse<byte[]> hit = server.get("/o/" + id + ".jpeg");
        assertEquals("public, max-age=31536000, immutable", header(hit, "Cache-Control"));
        assertEquals("nosniff", header(hit, "X-Content-Type-Options"));
        String tag = header(hit, "ETag");
        assertEquals(304, server.get("/o/" + id + ".jpeg", "If-None-Match", tag).statusCode());
        HttpResponse<byte[]> part = server.get("/o/" + id + ".jpeg", "Range", "bytes=0-1");
        assertEquals(206, part.statusCode());
        assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xD8}, part.body());
    }

    @Test
    void aRefusalIsNeverToBeKept() {
        server.get("/o/" + id + ".jpeg");
        HttpResponse<byte[]> range = server.get("/o/" + id + ".jpeg", "Range", "bytes=999999-");
        assertEquals(416, range.statusCode());
        assertEquals("", header(range, "Cache-Control"));
        HttpResponse<byte[]> condition = server.get("/o/" + id + ".jpeg", "If-Match", "\"other\"");
        assertEquals(412, condition.statusCode());
        assertEquals("", header(condition, "Cache-Control"));
    }

    @Test
    void whatHasNotChangedMayBeKeptOn() {
        String tag = header(server.get("/o/" + id + ".jpeg"), "ETag");
        HttpResponse<byte[]> same = server.get("/o/" + id + ".jpeg", "If-None-Match", tag);
        assertEquals("public, max-age=31536000, immutable", header(same, "Cache-Control"));
    }

    @Test
    void aCacheEmptiedByHandFillsAgain() throws IOException {
        engine.open();
        assertEquals(200, server.get("/24x16/" + id + ".jpeg").statusCode());
        try (Stream<Path> files = Files.walk(server.cacheFile(""))) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> assertTrue(file.toFile().delete()));
        }
        assertEquals(200, server.get("/24x16/" + id + ".jpeg").statusCode());
        assertTrue(Files.exists(server.cacheFile(".huimages-cache")), "it is known as ours at the next start");
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() throws Exception {
        HttpResponse<byte[]> head = server.send("HEAD", "/o/" + id + ".jpeg");
        assertEquals(200, head.statusCode());
        assertEquals(Integer.toString(picture.length), header(head, "Content-Length"));
        assertEquals(0, head.body().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "OPTIONS"})
    void aPictureCanOnlyBeFetched(String method) throws Exception {
        HttpResponse<byte[]> answer = server.send(method, "/o/" + id + ".jpeg");
        assertEquals(405, answer.statusCode());
        assertEquals("GET, HEAD", header(answer, "Allow"));
    }

    @Test
    void anOriginalUnderAnotherExtensionIsMovedToItsTrueOne() {
        HttpResponse<byte[]> answer = server.get("/o/" + id + "/x.png?a=b");
        assertEquals(301, answer.statusCode());
        assertEquals("/o/" + id + "/x.jpeg?a=b", header(answer, "Location"));
    }

    @Test
    void oldLinksAreMovedToThePlainForm() {
        assertEquals("/240x160/" + id + ".jpeg", header(server.get("/small/" + id), "Location"));
        assertEquals(
                "/24x16/" + id + "/b%20%C3%BC.jpeg", header(server.get("/024x16/" + id + "/a/b%20%C3%BC"), "Location"));
    }

    @Test
    void anUnknownPictureIsMissingAndTheAnswerIsNotKept() {
        HttpResponse<byte[]> answer = server.get("/24x16/" + NOBODY + ".jpeg");
        assertText(404, "there is no picture with the ID " + NOBODY, answer);
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertFalse(Files.exists(server.cacheFile("AA")), "no folder is made for what does not exist");
    }

    @Test
    void aForeignClustersPictureIsMissing() {
        assertText(404, "pictures of cluster 02 are not here", server.get("/24x16/" + "A".repeat(32) + "02.jpeg"));
        assertEquals(0, server.catalog.finds());
    }

    @Test
    void tooLargeASizeNamesItsSetting() {
        HttpResponse<byte[]> answer = server.get("/4097x1/" + id + ".jpeg");
        assertText(403, "sizes over 4096 pixels an edge are not allowed (HUIMAGES_MAX_EDGE)", answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/x",
                "/240x160",
                "/0x5/ID.jpeg",
                "/5x/ID.jpeg",
                "/-1x5/ID.jpeg",
                "/24x16/ABC.jpeg",
                "/favicon.ico",
                "/24x16/ID.exe",
                "/WEB-INF/cache/x",
                "/24x16/..%2f..%2fetc/passwd",
                "/24x16/ID/%00.jpeg",
                "/META-INF/x"
            })
    void nonsenseIsRefusedWithoutAskingAStore(String path) {
        int status = server.get(path.replace("ID", id.text())).statusCode();
        assertTrue(status == 404 || status == 400, () -> "status " + status);
        assertEquals(0, server.catalog.finds());
    }

    @Test
    void whatIsNotReadyInTimeIsAnsweredWithAnotherTry() throws Exception {
        try (PictureServer hasty = new PictureServer(folder.resolve("hasty"), engine, Duration.ofMillis(200))) {
            ImageId other = hasty.add(picture);
            HttpResponse<byte[]> answer = hasty.get("/24x16/" + other + ".jpeg");
            assertText(503, "the picture was not ready in time (HUIMAGES_RENDER_TIMEOUT)", answer);
            assertEquals("5", header(answer, "Retry-After"));
            engine.open();
            assertEquals(200, hasty.get("/24x16/" + other + ".jpeg").statusCode());
        }
    }

    @Test
    void aLargerRenditionStandsInForAMomentWhileThereIsTooMuchToDo() throws Exception {
        try (PictureServer hasty = new PictureServer(folder.resolve("hasty"), engine, Duration.ofMillis(500))) {
            ImageId other = hasty.add(picture);
            engine.gate.release();
            HttpResponse<byte[]> larger = hasty.get("/36x36/" + other + ".jpeg");
            HttpResponse<byte[]> instead = hasty.get("/24x16/" + other + ".jpeg");
            assertEquals(200, instead.statusCode());
            assertArrayEquals(larger.body(), instead.body());
            assertEquals("public, max-age=5", header(instead, "Cache-Control"));
            engine.open();
            HttpResponse<byte[]> itself = hasty.get("/24x16/" + other + ".jpeg");
            assertFalse(Arrays.equals(larger.body(), itself.body()));
            assertEquals("public, max-age=31536000, immutable", header(itself, "Cache-Control"));
        }
    }

    @Test
    void onlyMakingNeedsASignatureSendingDoesNot() throws Exception {
        SigningKeys keys = SigningKeys.parse("k1:00112233445566778899aabbccddeeff");
        engine.open();
        try (PictureServer signed = new PictureServer(
                folder.resolve("signed"), engine, Duration.ofSeconds(20), new SizePolicy.Signed(keys))) {
            ImageId other = signed.add(picture);
            String path = "/24x16/" + other + ".jpeg";
            ImagePath asked = new ImagePath(new Size.Fit(24, 16), other, "", Extension.JPEG);
            String signature = keys.sign(asked, Optional.empty()).text();
            assertText(403, "this is made with a signature only (HUIMAGES_SIZES)", signed.get(path));
            assertText(
                    403,
                    "the signature is not valid for this address",
                    signed.get("/25x16/" + other + ".jpeg?sig=" + signature));
            assertEquals(0, engine.rendered.get());
            assertEquals(200, signed.get(path + "?sig=" + signature).statusCode());
            assertEquals(200, signed.get(path).statusCode());
            assertEquals(200, signed.get("/o/" + other + ".jpeg").statusCode());
        }
    }

    @Test
    void aFileRemovedByHandIsMadeAgain() throws IOException {
        engine.open();
        server.get("/24x16/" + id + ".jpeg");
        Path file = server.cacheFile(id.text().substring(0, 2) + "/" + id + "/24x16.jpeg");
        Files.delete(file);
        assertEquals(200, server.get("/24x16/" + id + ".jpeg").statusCode());
        assertTrue(Files.exists(file));
    }

    private static void assertText(int status, String text, HttpResponse<byte[]> answer) {
        assertEquals(text + "\n", new String(answer.body(), StandardCharsets.UTF_8));
        assertEquals(status, answer.statusCode());
        assertEquals("text/plain;charset=UTF-8", header(answer, "Content-Type"));
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
