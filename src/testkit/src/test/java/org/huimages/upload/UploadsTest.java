package org.huimages.upload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.HeaderProbe;
import org.huimages.header.Orientation;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Race;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class UploadsTest {
    private static final byte[] PICTURE = PictureMaker.jpeg(PictureMaker.photo(320, 240, 1), Orientation.TURN_RIGHT);
    private static final Details NOTHING = details();
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private final WatchedOriginalStore originals = new WatchedOriginalStore();
    private final FakeEngine engine = new FakeEngine();
    private Instant now = Instant.parse("2026-07-01T12:00:00.123456789Z");
    private Spool spool;
    private RenderPool pool;
    private Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        spool = Spool.open(folder.resolve("spool"), 10_000_000);
        reopen(LONG);
    }

    private void reopen(Duration timeout) {
        pool = new RenderPool(engine, RenderLimits.of(2, timeout, RenderLimits.MEMORY));
        PixelLimits limits = new PixelLimits(100_000, 4096);
        uploads = new Uploads(spool, new Stock(originals, catalog), pool, limits, "01", () -> now);
    }

    @AfterEach
    void theSpoolIsEmpty() throws IOException {
        pool.close();
        try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void aPictureIsProvedStoredAndCatalogued() throws IOException {
        Saved saved = save(PICTURE, details("C:\\holiday\\IMG_1.JPG", Optional.empty(), "The sea"));
        assertTrue(saved.created());
        assertEquals(
                Optional.of(saved.document()), catalog.find(saved.document().id()));
        assertArrayEquals(PICTURE, stored(saved.document().id()));
        assertEquals(List.of(proof()), engine.plans());
    }

    @Test
    void theDocumentTellsWhatTheBytesAre() throws IOException {
        Timestamp moment = new Timestamp("20260701T120000.123456");
        try (Spooled received = spool.receive(new ByteArrayInputStream(PICTURE))) {
            ImageDocument expected = new ImageDocument(
                    ImageId.of(received.sha1(), "01"),
                    Optional.of(new Facts(
                            ImageFormat.JPEG,
                            new Dimensions(320, 240),
                            Orientation.TURN_RIGHT,
                            PICTURE.length,
                            received.sha256())),
                    Description.named("IMG_1.JPG").withTitles(List.of("The sea")),
                    moment,
                    moment,
                    Focus.NONE,
                    State.FINE,
                    "ann");
            Details details = details("IMG_1.JPG", Optional.empty(), "The sea");
            assertEquals(new Saved(expected, true), uploads.save(received, details, "somebody"));
        }
    }

    @Test
    void aMomentThatIsGivenCountsForTheFirstSaving() {
        Timestamp given = new Timestamp("20090129T235959.000000");
        ImageDocument document = save(PICTURE, details("", Optional.of(given))).document();
        assertEquals(given, document.created());
        assertEquals(given, document.modified());
    }

    @Test
    void theSamePictureIsNotDecodedOrStoredTwice() {
        Saved first = save(PICTURE, details("one"));
        now = now.plusSeconds(60);
        originals.forgetCallers();
        Saved again = save(PICTURE, details("two"));
        assertFalse(again.created());
        assertEquals(List.of("one", "two"), again.document().description().titles());
        assertEquals(first.document().created(), again.document().created());
        assertEquals(Timestamp.of(now), again.document().modified());
        assertEquals(1, engine.plans().size());
        assertEquals(1, originals.callers().size(), "its length is asked for, and nothing else");
    }

    @Test
    void manyUploadsOfTheSamePictureAreOnePicture() throws Exception {
        List<Saved> saved = Race.run(16, number -> save(PICTURE, details("title " + number)));
        assertEquals(1, saved.stream().filter(Saved::created).count());
        ImageId id = saved.getFirst().document().id();
        assertEquals(16, catalog.find(id).orElseThrow().description().titles().size());
        assertEquals(List.of(id), listed());
    }

    @ParameterizedTest
    @MethodSource("badFiles")
    void aBadFileIsRefusedAndLeavesNoTrace(byte[] file, Class<? extends Failure> expected) throws IOException {
        assertRefused(expected, file);
        assertNoTrace();
        assertEquals(List.of(), engine.plans(), "it came near a decoder");
    }

    static Stream<Object[]> badFiles() {
        byte[] png = "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8);
        byte[] page = "<html>404 not found</html>".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                new Object[] {new byte[0], Failure.BadRequest.class},
                new Object[] {new byte[10_000_001], Failure.TooLarge.class},
                new Object[] {page, Failure.UnsupportedType.class},
                new Object[] {png, Failure.UnsupportedType.class},
                new Object[] {Arrays.copyOf(PICTURE, 60), Failure.Unprocessable.class},
                new Object[] {JpegSegments.claimSize(PICTURE, 65_500, 65_500), Failure.Unprocessable.class},
                new Object[] {JpegSegments.claimSize(PICTURE, 0, 240), Failure.Unprocessable.class});
    }

    @Test
    void whatCannotBeDecodedIsRefusedAndLeavesNoTrace() throws IOException {
        engine.does((plan, target, control) -> {
            throw new Failure.Unprocessable("damaged").exception();
        });
        assertRefused(Failure.Unprocessable.class, PICTURE);
        assertNoTrace();
    }

    @Test
    void aMistakeOfTheEngineIsInternalAndLeavesNoTrace() throws IOException {
        engine.does((plan, target, control) -> {
            throw new IllegalStateException("secret");
        });
        assertEquals(new Failure.Internal("internal error"), assertRefused(Failure.Internal.class, PICTURE));
        assertNoTrace();
    }

    @Test
    void whatTakesTooLongIsUnavailableAndLeavesNoTrace() throws IOException {
        pool.close();
        reopen(Duration.ofMillis(50));
        engine.does(FakeEngine.untilStopped(1));
        assertRefused(Failure.Unavailable.class, PICTURE);
        assertNoTrace();
    }

    @Test
    void aProofThatIsFinishedTooLateLeavesNoTrace() throws IOException {
        pool.close();
        reopen(Duration.ofMillis(50));
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        assertRefused(Failure.Unavailable.class, PICTURE);
        done.countDown();
        assertNoTrace();
    }

    @Test
    void aClosedPoolIsUnavailable() throws IOException {
        pool.close();
        assertRefused(Failure.Unavailable.class, PICTURE);
        assertNoTrace();
    }

    @Test
    void aFullDiskIsSaidToBeFullAndNothingIsCatalogued() throws IOException {
        engine.does((plan, target, control) -> {
            FakeEngine.write(plan, target, control);
            originals.fails("No space left on device");
        });
        assertRefused(Failure.DiskFull.class, PICTURE);
        originals.heals();
        assertNoTrace();
    }

    @Test
    void aStoreThatIsDownIsUnavailableAndNothingIsCatalogued() throws IOException {
        originals.fails("connection refused");
        assertRefused(Failure.Unavailable.class, PICTURE);
        originals.heals();
        assertNoTrace();
    }

    @Test
    void aCatalogThatIsDownLeavesNoTrace() throws IOException {
        catalog.fails();
        assertRefused(Failure.Unavailable.class, PICTURE);
        catalog.heals();
        assertNoTrace();
    }

    @Test
    void anOriginalIsStoredBeforeItIsCataloguedAndTheNextUploadHealsWhatBrokeBetween() throws IOException {
        catalog.failsToSave();
        assertRefused(Failure.Unavailable.class, PICTURE);
        assertEquals(1, listed().size());
        catalog.heals();
        Saved saved = save(PICTURE, NOTHING);
        assertTrue(saved.created());
        assertArrayEquals(PICTURE, stored(saved.document().id()));
    }

    @Test
    void anOriginalThatWasLostIsStoredAgain() throws IOException {
        ImageId id = save(PICTURE, details("one")).document().id();
        originals.delete(id);
        Saved again = save(PICTURE, details("two"));
        assertFalse(again.created());
        assertEquals(List.of("one", "two"), again.document().description().titles());
        assertArrayEquals(PICTURE, stored(id));
    }

    @Test
    void otherBytesUnderTheSameIdAreAConflictAndChangeNothing() throws IOException {
        ImageDocument document = save(PICTURE, details("one")).document();
        assertInstanceOf(Failure.Conflict.class, failureOfCollision());
        assertEquals(Optional.of(document), catalog.find(document.id()));
        assertArrayEquals(PICTURE, stored(document.id()));
    }

    @Test
    void otherBytesThanTheUncataloguedOnesAreAConflictToo() throws IOException {
        catalog.failsToSave();
        assertRefused(Failure.Unavailable.class, PICTURE);
        catalog.heals();
        assertInstanceOf(Failure.Conflict.class, failureOfCollision());
        assertArrayEquals(PICTURE, stored(listed().getFirst()));
    }

    @Test
    void otherBytesDoNotTakeThePlaceOfALostOriginal() throws IOException {
        ImageId id = save(PICTURE, NOTHING).document().id();
        originals.delete(id);
        assertInstanceOf(Failure.Conflict.class, failureOfCollision());
        assertEquals(OptionalLong.empty(), originals.length(id));
    }

    private Saved save(byte[] file, Details details) {
        try (Spooled received = spool.receive(new ByteArrayInputStream(file))) {
            return uploads.save(received, details, "somebody");
        }
    }

    /// Of another picture that has the SHA-1 of [#PICTURE].
    private Failure failureOfCollision() {
        byte[] other = PictureMaker.jpeg(PictureMaker.photo(32, 32, 2));
        try (Spooled first = spool.receive(new ByteArrayInputStream(PICTURE));
                Spooled second = spool.receive(new ByteArrayInputStream(other))) {
            Spooled collision = new Spooled(second.file(), first.sha1(), second.sha256(), second.length());
            return assertThrows(FailureException.class, () -> uploads.save(collision, NOTHING, "somebody"))
                    .failure();
        }
    }

    private Failure assertRefused(Class<? extends Failure> expected, byte[] file) {
        Failure failure =
                assertThrows(FailureException.class, () -> save(file, NOTHING)).failure();
        assertInstanceOf(expected, failure);
        return failure;
    }

    private void assertNoTrace() throws IOException {
        assertEquals(List.of(), listed());
        try (Spooled received = spool.receive(new ByteArrayInputStream(PICTURE))) {
            assertEquals(Optional.empty(), catalog.find(ImageId.of(received.sha1(), "01")));
        }
    }

    private List<ImageId> listed() throws IOException {
        try (Stream<ImageId> all = originals.list()) {
            return all.toList();
        }
    }

    private byte[] stored(ImageId id) throws IOException {
        Path target = folder.resolve("fetched");
        assertTrue(originals.fetch(id, target));
        return Files.readAllBytes(target);
    }

    private RenditionPlan proof() throws IOException {
        return RenditionPlan.proof(HeaderProbe.probe(Files.write(folder.resolve("picture"), PICTURE)));
    }

    private static Details details(String... titles) {
        return details("", Optional.empty(), titles);
    }

    private static Details details(String filename, Optional<Timestamp> timestamp, String... titles) {
        return new Details(Description.named(filename).withTitles(List.of(titles)), timestamp, "ann");
    }
}
