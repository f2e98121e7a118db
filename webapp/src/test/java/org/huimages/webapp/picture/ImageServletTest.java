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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.huimages.file.Leftovers;
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
        assertEquals("public, max-age=15552000", header(hit, "Cache-Control"));
        assertEquals("nosniff", header(hit, "X-Content-Type-Options"));
        String tag = header(hit, "ETag");
        assertTrue(tag.matches("\"[0-9a-f]+-[0-9a-f]+\""), "as nginx makes it: " + tag);
        assertEquals(304, server.get("/o/" + id + ".jpeg", "If-None-Match", tag).statusCode());
        HttpResponse<byte[]> part = server.get("/o/" + id + ".jpeg", "Range", "bytes=0-1");
        assertEquals(206, part.statusCode());
        assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xD8}, part.body());
    }

    /// A weak tag would not do: the rest of a file must be of the same bytes.
    @Test
    void aDownloadThatBrokeOffGoesOn() {
        server.get("/o/" + id + ".jpeg");
        HttpResponse<byte[]> hit = server.get("/o/" + id + ".jpeg");
        HttpResponse<byte[]> rest =
                server.get("/o/" + id + ".jpeg", "Range", "bytes=100-", "If-Range", header(hit, "ETag"));
        assertEquals(206, rest.statusCode());
        assertArrayEquals(Arrays.copyOfRange(picture, 100, picture.length), rest.body());
        HttpResponse<byte[]> other = server.get("/o/" + id + ".jpeg", "Range", "bytes=100-", "If-Range", "\"another\"");
        assertEquals(200, other.statusCode());
        assertArrayEquals(picture, other.body());
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
        assertEquals("public, max-age=15552000", header(same, "Cache-Control"));
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
            assertEquals("public, max-age=15552000", header(itself, "Cache-Control"));
        }
    }

    @Test
    void onlyMakingNeedsASignatureSendingDoesNot() throws Exception {
        SigningKeys keys = PictureServer.KEYS;
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
    void aDeletedPictureIsGone() {
        engine.open();
        assertEquals(200, server.get("/24x16/" + id + ".jpeg").statusCode());
        server.edits().delete(id, "a complaint", "ann");
        for (String path : List.of("/24x16/" + id + ".jpeg", "/o/" + id + ".jpeg", "/30x30/" + id + ".png")) {
            HttpResponse<byte[]> answer = server.get(path);
            assertText(410, "the picture " + id + " was deleted", answer);
            assertEquals("no-store", header(answer, "Cache-Control"));
        }
    }

    @Test
    void aPrivatePictureIsMissingButForWhoHasASignature() throws IOException {
        engine.open();
        server.edits().update(id, document -> document.with(document.state().withHidden(true)));
        for (Size size : List.of(new Size.Fit(24, 16), new Size.Original())) {
            ImagePath path = new ImagePath(size, id, "", Extension.JPEG);
            assertEquals(404, server.get(path.encoded()).statusCode());
            String signature = PictureServer.KEYS.sign(path, Optional.empty()).text();
            HttpResponse<byte[]> answer = server.get(path.encoded() + "?sig=" + signature);
            assertEquals(200, answer.statusCode());
            assertTrue(answer.body().length > 0);
            assertEquals("private, no-store", header(answer, "Cache-Control"));
            assertEquals(404, server.get(path.encoded()).statusCode(), "it was kept");
        }
        try (Stream<Path> left = Files.list(server.cacheFile(".tmp"))) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void cropsAreAskedForAgainAfterADay() {
        engine.open();
        assertEquals("public, max-age=86400", header(server.get("/24x16!/" + id + ".jpeg"), "Cache-Control"));
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

    /// It was Tomcat's own page of status 404.
    @Test
    void aFileThatVanishesWhileItIsSentIsMadeAgain() throws Exception {
        engine.open();
        String path = "/24x16/" + id + ".jpeg";
        server.get(path);
        Path file = server.cacheFile(id.text().substring(0, 2) + "/" + id + "/24x16.jpeg");
        AtomicBoolean stopped = new AtomicBoolean();
        Thread remover = Thread.ofPlatform().start(() -> removeUntil(stopped, file));
        for (int i = 0; i < 2_000; i++) {
            HttpResponse<byte[]> answer = server.get(path);
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            boolean gone = answer.statusCode() == 503 && text.equals("the cache is being emptied\n");
            assertTrue(answer.statusCode() == 200 || gone, () -> answer.statusCode() + " " + text);
        }
        stopped.set(true);
        remover.join();
        assertTrue(engine.rendered.get() > 10, "it hardly ever vanished");
    }

    private static void removeUntil(AtomicBoolean stopped, Path file) {
        while (!stopped.get()) {
            Leftovers.discard(file);
        }
    }

    @Test
    void aNameThatLooksLikeAPageIsAName() {
        HttpResponse<byte[]> answer = server.get("/24x16/" + id + "/index.jsp");
        assertEquals(301, answer.statusCode());
        assertEquals("/24x16/" + id + "/index.jsp.jpeg", header(answer, "Location"));
        assertText(404, "no such address", server.get("/24x16/" + id + ".jsp"));
        assertText(404, "no such address", server.get("/x.jspx"));
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
