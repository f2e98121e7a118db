package org.huimages.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.huimages.testkit.Race;
import org.huimages.testkit.net.StubServer;
import org.huimages.testkit.net.StubServer.Reply;
import org.huimages.testkit.net.StubServer.Request;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.ParsedPath;
import org.huimages.url.Signature;
import org.huimages.url.SigningKeys;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class HuImagesTest {
    private static final String ID = Documents.ID;
    private static final String PICTURES = "https://pictures.example.com/img";

    private final StubServer server = new StubServer();
    private final HuImages images = HuImages.builder("https://pictures.example.com/img/")
            .api(server.address())
            .user("ann", "secret")
            .build();

    @TempDir
    Path folder;

    @BeforeEach
    void aServerWithOnePicture() {
        server.answers(request -> request.target().equals("/api/images/" + ID)
                ? new Reply(200, Map.of("ETag", "\"1\""), Documents.landscape())
                : Reply.of(404, "{\"detail\": \"no such picture\"}"));
    }

    @AfterEach
    void close() {
        images.close();
        server.close();
    }

    @Test
    void theExamplesOfTheOldSystemHold() {
        assertEquals(Optional.of(new Dimensions(320, 240)), images.scaledDimensions(ID, "320x240"));
        assertEquals(Optional.of(new Dimensions(150, 150)), images.scaledDimensions(ID, "150x150!"));
        assertEquals(Optional.of(new Dimensions(1000, 750)), images.scaledDimensions(ID, "o"));
        assertEquals(PICTURES + "/150x150!/" + ID + "/test.jpeg", images.scaledImageUrl(ID, "150x150!"));
        assertEquals(PICTURES + "/o/" + ID + "/test.jpeg", images.imageUrl(ID));
        assertEquals(OptionalLong.of(352727), images.getLength(ID));
    }

    @Test
    void aPictureIsAskedForOnceHoweverManyTagsAreWritten() throws Exception {
        Race.run(200, asker -> images.scaledTag(ID, "small"));
        images.pictureTag(ID, "vga");
        images.scaledDimensions(ID, "");
        assertEquals(1, server.requests().size());
    }

    @Test
    void whatWasSavedOrListedNeedsNoRequest() {
        server.answers(201, Documents.landscape());
        images.saveImage(Upload.of(new byte[] {1}, "a.jpg"));
        assertEquals(1, server.requests().size());
        assertTrue(images.scaledTag(ID, "small").contains("width=\"213\""));
        assertEquals(1, server.requests().size());
    }

    @Test
    void anUploadSendsFieldsAndFile() throws Exception {
        server.answers(201, Documents.landscape());
        Path file = Files.write(folder.resolve("my \"cat\".jpg"), "picture".getBytes(StandardCharsets.UTF_8));
        AtomicLong sent = new AtomicLong();
        ImageInfo info = images.saveImage(Upload.of(file)
                .title("Ünïcode \r\n--x")
                .type("photo")
                .tags("red", "blue")
                .reference("artnr", "14600")
                .contentType("image/jpeg")
                .timestamp(Instant.EPOCH)
                .progress(sent::set));
        assertEquals(new ImageId(ID), info.id());
        Request request = server.requests().getFirst();
        assertEquals("POST /api/images", request.line());
        assertTrue(request.body()
                .contains("name=\"title\"\r\nContent-Type: text/plain; charset=UTF-8\r\n\r\nÜnïcode \r\n--x\r\n"));
        assertTrue(request.body()
                .contains("filename=\"my %22cat%22.jpg\"\r\nContent-Type: image/jpeg\r\n\r\npicture\r\n"));
        assertTrue(request.body().contains("name=\"ref.artnr\""));
        assertTrue(request.body().contains("\r\n\r\nred blue\r\n"));
        assertEquals(7, sent.get());
        assertEquals(List.of("Basic YW5uOnNlY3JldA=="), request.headers().get("Authorization"));
    }

    @Test
    void whatIsBusyIsTriedAgainAndARefusalIsNot() {
        List<Integer> statuses = new ArrayList<>(List.of(503, 429));
        server.answers(request -> statuses.isEmpty()
                ? Reply.of(201, Documents.landscape())
                : new Reply(statuses.removeFirst(), Map.of("Retry-After", "0"), "busy"));
        images.saveImage(Upload.of(new byte[] {1}, "a.jpg"));
        assertEquals(3, server.requests().size());
        server.answers(415, "{\"title\": \"Unsupported\", \"detail\": \"this is no picture\"}");
        HuImagesException refused =
                assertThrows(HuImagesException.class, () -> images.saveImage(Upload.of(new byte[] {1}, "a.txt")));
        assertEquals(415, refused.status());
        assertEquals("415: this is no picture", refused.getMessage());
        assertEquals(4, server.requests().size());
    }

    @Test
    void aStreamIsOpenedAnewForEachTry() {
        List<Integer> statuses = new ArrayList<>(List.of(503));
        server.answers(request -> statuses.isEmpty()
                ? Reply.of(201, Documents.landscape())
                : new Reply(statuses.removeFirst(), Map.of("Retry-After", "0"), "busy"));
        images.saveImage(
                Upload.of(() -> new ByteArrayInputStream("picture".getBytes(StandardCharsets.UTF_8)), "a.jpg"));
        assertEquals(2, server.requests().size());
        server.requests().forEach(request -> assertTrue(request.body().contains("\r\n\r\npicture\r\n")));
    }

    @Test
    void aWrongPasswordIsSaidAndTagsGoOn() {
        server.answers(401, "{\"detail\": \"sign in\"}");
        HuImagesException refused = assertThrows(HuImagesException.class, images::randomImageId);
        assertEquals(401, refused.status());
        assertEquals(
                "<img src=\"" + PICTURES + "/240x160/" + ID + ".jpeg\" alt=\"\" />", images.scaledTag(ID, "small"));
    }

    @Test
    void aServerThatIsDownHoldsNoPageUp() {
        server.close();
        long start = System.nanoTime();
        for (int number = 0; number < 100; number++) {
            images.scaledTag(ID, "small");
            images.pictureTag(ID.replace('3', '4'), "small");
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 5);
        HuImagesException away = assertThrows(HuImagesException.class, () -> images.setTitle(ID, "x"));
        assertEquals(0, away.status());
        assertTrue(String.valueOf(away.getMessage()).contains(server.address()), away.getMessage());
    }

    @Test
    void aSlowServerIsWaitedForOnce() {
        server.answers(request -> {
            Thread.sleep(10_000);
            return Reply.of(200, Documents.landscape());
        });
        long start = System.nanoTime();
        for (int number = 0; number < 20; number++) {
            images.scaledTag(ID, "small");
        }
        assertTrue(Duration.ofNanos(System.nanoTime() - start).toSeconds() < 8);
    }

    @Test
    void nonsenseFromTheServerIsSurvivedByTags() {
        server.answers(200, "<html>a proxy's own page");
        assertTrue(images.scaledTag(ID, "small").contains(ID));
        server.answers(500, "");
        assertTrue(images.scaledTag(ID.replace('3', '4'), "small").contains("240x160"));
    }

    @Test
    void aGalleryCostsOneCall() {
        server.answers(request -> Reply.of(
                200, "{\"images\": [" + Documents.landscape() + "," + Documents.of(other(), 10, 10, "b.jpg") + "]}"));
        Map<ImageId, ImageInfo> infos = images.imageInfos(List.of(other(), ID, other()));
        assertEquals(List.of(new ImageId(other()), new ImageId(ID)), List.copyOf(infos.keySet()));
        images.scaledTag(ID, "small");
        images.scaledTag(other(), "small");
        images.imageInfos(List.of(ID));
        assertEquals(1, server.requests().size());
    }

    private static String other() {
        return ID.replace("01", "02");
    }

    @Test
    void aGalleryThatIsPreparedCostsOneCallAndWhatIsNotThereNone() {
        server.answers(200, "{\"images\": [" + Documents.landscape() + "]}");
        images.prepare(List.of(ID, other()));
        assertTrue(images.scaledTag(ID, "small").contains("width=\"213\""));
        assertTrue(images.scaledTag(other(), "small").contains(other() + ".jpeg"));
        assertEquals(1, server.requests().size());
        assertEquals(
                "/api/images?ids=" + ID + "," + other(),
                server.requests().getFirst().target());
    }

    @Test
    void threeHundredPicturesAreThreeCalls() {
        server.answers(200, "{\"images\": []}");
        images.prepare(IntStream.range(0, 300).mapToObj(HuImagesTest::numbered).toList());
        assertEquals(3, server.requests().size());
    }

    private static String numbered(int number) {
        return "A".repeat(29) + (char) ('A' + number / 100) + (char) ('A' + number / 10 % 10)
                + (char) ('A' + number % 10) + "01";
    }

    @Test
    void aGalleryIsPreparedAsWellAsCanBe() {
        server.answers(403, "{\"detail\": \"not for you\"}");
        images.prepare(List.of(ID));
        server.answers(200, Documents.landscape());
        assertTrue(images.scaledTag(ID, "small").contains("width=\"213\""));
        server.close();
        images.prepare(List.of(other()));
        images.prepare(List.of(other()));
        assertTrue(images.scaledTag(other(), "small").contains(other() + ".jpeg"));
        try (HuImages tagsOnly = HuImages.builder(PICTURES).build()) {
            tagsOnly.prepare(List.of(ID));
        }
    }

    @Test
    void whatIsDeletedAlreadyIsDeleted() {
        server.answers(410, "{\"detail\": \"in the trash\"}");
        images.deleteImage(ID, "blurred");
        server.answers(404, "{\"detail\": \"no such picture\"}");
        assertEquals(
                404,
                assertThrows(HuImagesException.class, () -> images.deleteImage(ID, "blurred"))
                        .status());
    }

    @Test
    void withoutASizeItIs150x150() {
        assertEquals(images.scaledTag(ID, "150x150"), images.scaledTag(ID));
        assertEquals(images.scaledImageUrl(ID, "150x150"), images.scaledImageUrl(ID));
    }

    @Test
    void aSquarePictureIsSquareInABox() {
        server.answers(200, Documents.of(ID, 1000, 1000, "a.jpg"));
        assertEquals(Optional.of(new Dimensions(240, 240)), images.scaledDimensions(ID, "320x240"));
    }

    @Test
    void onlyAnAddressOfTheApiAllowsCalls() {
        try (HuImages tagsOnly = HuImages.builder(PICTURES).build()) {
            assertTrue(tagsOnly.scaledTag(ID, "small").contains("/240x160/" + ID + ".jpeg"));
            HuImagesException failed =
                    assertThrows(HuImagesException.class, () -> tagsOnly.saveImage(Upload.of(new byte[1], "")));
            assertTrue(String.valueOf(failed.getMessage()).contains("HUIMAGES_API_URL"), failed.getMessage());
        }
    }

    @Test
    void theEnvironmentIsRead() {
        Map<String, String> environment = Map.of(
                "IMAGESERVERURL", "http://i.hdimg.net/",
                "HUIMAGES_API_URL", server.address() + "/api/",
                "HUIMAGES_USER", "ann",
                "HUIMAGESALTADDITION", "!",
                "HUIMAGES_SIGNING_KEYS", "k1:" + "ab".repeat(16));
        try (HuImages fromThere = FromEnvironment.builder(name -> Optional.ofNullable(environment.get(name)))
                .build()) {
            assertEquals("http://i.hdimg.net/o/" + ID + "/test.jpeg", fromThere.imageUrl(ID));
            assertTrue(fromThere.scaledTag(ID, "small").contains("alt=\"test!\""));
            assertTrue(fromThere.scaledImageUrl(ID, "small").contains(".jpeg?sig=k1.."));
        }
        IllegalArgumentException missing =
                assertThrows(IllegalArgumentException.class, () -> FromEnvironment.builder(name -> Optional.empty()));
        assertTrue(String.valueOf(missing.getMessage()).contains("IMAGESERVERURL"));
    }

    @Test
    void signaturesAreThoseThatTheServerVerifies() {
        SigningKeys keys = SigningKeys.parse("k1:" + "ab".repeat(16));
        try (HuImages signing = HuImages.builder(PICTURES)
                .signingKeys(keys)
                .signaturesValidFor(Duration.ofHours(1))
                .build()) {
            String[] address = signing.scaledImageUrl(ID, "75x75!")
                    .substring(PICTURES.length())
                    .split("\\?sig=", -1);
            ImagePath path = ((ParsedPath.Plain) ImagePath.parse(address[0])).path();
            Signature signature = Signature.parse(address[1]).orElseThrow();
            assertEquals(
                    SigningKeys.Verdict.VALID,
                    keys.verify(path, signature, Instant.now().plusSeconds(3600)));
            assertEquals(
                    SigningKeys.Verdict.EXPIRED,
                    keys.verify(path, signature, Instant.now().plusSeconds(7201)));
            assertEquals(signing.scaledImageUrl(ID, "75x75!"), signing.scaledImageUrl(ID, "75x75!"));
        }
    }

    @Test
    void mistakesOfTheProgramAreSaidAtOnce() {
        assertThrows(IllegalArgumentException.class, () -> images.scaledTag("no id", "small"));
        assertThrows(IllegalArgumentException.class, () -> images.scaledTag(ID, "huge"));
        assertThrows(IllegalArgumentException.class, () -> HuImages.builder("images.example.com"));
        assertThrows(
                IllegalArgumentException.class,
                () -> HuImages.builder("http://x").api("ftp://x"));
        assertEquals(List.of(), server.requests());
    }

    @Test
    void changesAndMarksAreSentAsTheServerTakesThem() {
        server.answers(200, Documents.landscape());
        images.updateMetadata(
                ID,
                Changes.none()
                        .addTitle("x")
                        .addReference("a", "1")
                        .addReference("a", "2")
                        .focal(Optional.of(new Changes.Focal(0.25, 1)))
                        .hidden(true));
        assertEquals(
                "{\"addTitle\":\"x\",\"addReferences\":{\"a\":[\"1\",\"2\"]},\"focal\":[0.25,1.0],\"private\":true}",
                server.requests().getFirst().body());
        server.answers(
                200, "{\"tags\":[\"red\"],\"favorite\":true,\"rating\":null,\"ratingAverage\":7.5,\"ratingCount\":2}");
        assertEquals(
                new Marks(List.of("red"), true, Optional.empty(), Optional.of(7.5), 2),
                images.mark(
                        ID,
                        "bob",
                        MarksChange.none().addTags("red").favourite(true).rating(Optional.of(7))));
        assertEquals(
                "{\"addTags\":[\"red\"],\"favorite\":true,\"rating\":7}",
                server.requests().getLast().body());
        assertEquals(
                "PUT /api/images/" + ID + "/users/bob",
                server.requests().getLast().line());
    }

    @Test
    void listsAndNeighboursAreRead() {
        server.answers(200, "{\"images\": [" + Documents.landscape() + "], \"next\": \"" + ID + "\"}");
        ImagePage page = images.images(Selection.matching("water fall&").limit(1));
        assertEquals(Optional.of(new ImageId(ID)), page.next());
        assertEquals(
                "GET /api/images?q=water%20fall%26&limit=1",
                server.requests().getFirst().line());
        server.answers(204, "");
        assertEquals(Optional.empty(), images.nextImageId(ID));
        server.answers(200, "{\"tags\":[{\"tag\":\"red\",\"count\":7}]}");
        assertEquals(List.of(new TagCount("red", 7)), images.tags("r", 10));
    }

    @Test
    void aDocumentTellsItsParts() {
        ImageInfo info = images.imageInfo(ID).orElseThrow();
        assertEquals(Map.of("artnr", List.of("14600", "{\"a\":1.0}")), info.references());
        assertEquals(List.of("red"), info.tags());
        assertEquals("20090129T235959.000000", info.created());
        assertEquals(Optional.empty(), images.imageInfo(other()));
    }
}
