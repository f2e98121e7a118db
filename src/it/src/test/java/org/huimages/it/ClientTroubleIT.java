package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huimages.client.HuImages;
import org.huimages.client.HuImagesException;
import org.huimages.client.Upload;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Race;
import org.huimages.testkit.net.Fault;
import org.huimages.testkit.net.FaultProxy;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The real server behind a bad line: pages go on, and whoever changes something is told.
@Timeout(180)
class ClientTroubleIT {
    private static final byte[] PHOTO = PictureMaker.jpeg(PictureMaker.photo(320, 240, 1));
    private static final byte[] NEW = PictureMaker.jpeg(PictureMaker.photo(320, 240, 2));

    @TempDir
    static Path folder;

    private static Server server;
    private static String id = "";

    private FaultProxy line;
    private HuImages images;

    @BeforeAll
    static void start() {
        server = Server.start(folder, Map.of());
        String address = server.http().base().toString();
        try (HuImages direct = client(address, Server.PASSWORD)) {
            id = direct.saveImage(Upload.of(PHOTO, "p.jpg").title("test")).id().text();
        }
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static HuImages client(String address, String password) {
        return HuImages.builder(address).api(address).user("admin", password).build();
    }

    @BeforeEach
    void connect() {
        line = FaultProxy.before(server.http().base());
        images = client(line.uri().toString(), Server.PASSWORD);
    }

    @AfterEach
    void hangUp() {
        images.close();
        line.close();
    }

    private static List<Fault> faults() {
        return List.of(
                new Fault.Slow(Duration.ofSeconds(30)),
                new Fault.Silence(),
                new Fault.Truncated(40),
                new Fault.Reset(40),
                new Fault.Answer(503, "<busy/>"),
                new Fault.Answer(200, "<html>a proxy of somebody else</html>"));
    }

    /// One asker in five seconds waits, two seconds at most; all others write their tags at once.
    @ParameterizedTest
    @MethodSource("faults")
    void nobodyElseWaitsForAServerThatDoesNotAnswer(Fault fault) {
        line.always(fault);
        for (String each : unknown(50)) {
            assertIsBare(images.scaledTag(each, "small"), each);
            assertTrue(images.pictureTag(each, "small").contains(each + ".jpeg"));
        }
        images.prepare(unknown(50));
        assertTrue(line.requests() < 10, () -> line.requests() + " requests for a hundred tags");
    }

    @Test
    void aServerThatIsDownHoldsNoPageUp() {
        line.down();
        for (String each : unknown(50)) {
            assertIsBare(images.scaledTag(each, "small"), each);
        }
        HuImagesException away = assertThrows(HuImagesException.class, () -> images.saveImage(Upload.of(NEW, "n.jpg")));
        assertEquals(0, away.status());
        assertTrue(String.valueOf(away.getMessage()).contains(line.uri().toString()), away.getMessage());
    }

    @Test
    void whatWasSeenBeforeIsWrittenInFullWhateverHappens() {
        String tag = images.scaledTag(id, "small");
        assertTrue(tag.contains("width=\"213\" height=\"160\" alt=\"test\""), tag);
        line.down();
        assertEquals(tag, images.scaledTag(id, "small"));
    }

    @Test
    void aMistakeOfTheServerIsThatOfOnePicture() {
        line.next(new Fault.Answer(500, "<oops/>"));
        String first = unknown(1).getFirst();
        assertIsBare(images.scaledTag(first, "small"), first);
        assertTrue(images.scaledTag(id, "small").contains("width=\"213\""));
        line.next(new Fault.Answer(500, "<oops/>"));
        assertEquals(
                500,
                assertThrows(HuImagesException.class, images::randomImageId).status());
    }

    /// Uploads can be repeated: the same bytes are the same picture.
    @Test
    void anUploadThatBrokeOffIsTriedAgain() {
        line.next(new Fault.Reset(0), new Fault.Answer(503, "<busy/>"));
        assertEquals(
                Uploads.id(NEW),
                images.saveImage(Upload.of(NEW, "n.jpg").title("once")).id());
        assertEquals(
                List.of("once"),
                images.imageInfo(Uploads.id(NEW).text()).orElseThrow().titles());
    }

    @Test
    void aWrongPasswordIsSaidAndTagsGoOn() {
        try (HuImages stranger = client(line.uri().toString(), "wrong")) {
            assertIsBare(stranger.scaledTag(id, "small"), id);
            assertEquals(
                    401,
                    assertThrows(HuImagesException.class, () -> stranger.saveImage(Upload.of(NEW, "n.jpg")))
                            .status());
        }
    }

    @Test
    void twoHundredThreadsAskOnceForAPictureThatIsNew() throws Exception {
        List<String> tags = Race.run(200, thread -> images.scaledTag(id, "small"));
        assertTrue(tags.stream().allMatch(tag -> tag.contains("width=\"213\"")));
        assertEquals(1, line.requests());
    }

    private static void assertIsBare(String tag, String picture) {
        assertTrue(tag.contains("/240x160/" + picture + ".jpeg\""), tag);
        assertFalse(tag.contains("width"), tag);
    }

    /// IDs that nobody has seen.
    private static List<String> unknown(int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> "A".repeat(30) + (char) ('A' + number / 26) + (char) ('A' + number % 26) + "01")
                .toList();
    }
}
