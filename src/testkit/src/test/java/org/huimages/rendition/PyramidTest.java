package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.edit.Edits;
import org.huimages.failure.Failure;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.header.Orientation;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.level.MemoryLevelStore;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.pixel.RenditionPlan;
import org.huimages.pixel.Step;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.InkPicture;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.upload.Details;
import org.huimages.upload.ProofUse;
import org.huimages.upload.Spool;
import org.huimages.upload.Spooled;
import org.huimages.upload.Uploads;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PyramidTest {
    private static final Level HALF = new Level(2);
    private static final Level EIGHTH = new Level(8);
    private static final Size SMALL = new Size.Fit(240, 160);

    /// Of twelve megapixels and nothing to see, with as many bytes as a photograph has.
    static final byte[] PHOTO = Arrays.copyOf(plain(4000, 3000), 2_500_000);

    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private final WatchedOriginalStore originals = new WatchedOriginalStore();
    private final MemoryLevelStore store = new MemoryLevelStore();
    private final FakeEngine engine = new FakeEngine();
    private final Stock stock = new Stock(originals, catalog);
    private final PixelLimits limits = new PixelLimits(100_000_000, 4096);
    private RenderPool pool;
    private RenditionCache cache;
    private Pyramid pyramid;
    private Renditions renditions;
    private Edits edits;
    private Spool spool;

    @BeforeEach
    void open() throws IOException {
        spool = Spool.open(folder.resolve("spool"), 10_000_000);
        cache = RenditionCache.open(folder.resolve("cache"), List.of());
        pool = new RenderPool(engine, RenderLimits.of(2, Duration.ofSeconds(20), RenderLimits.MEMORY));
        RenderPools pools = new RenderPools(pool, pool);
        pyramid = new Pyramid(cache, stock, store, pools, limits).started();
        renditions = new Renditions(cache, stock, pools, limits, pyramid);
        edits = new Edits(stock, cache, store, InstantSource.system());
        engine.does(PyramidTest::paint);
    }

    /// Levels are pictures, of the sizes that those of [#PHOTO] have; anything else is the text of its plan.
    static void paint(RenditionPlan plan, Path target, RenderControl control) {
        if (!(plan.steps().getLast() instanceof Step.EncodeLevel)) {
            FakeEngine.write(plan, target, control);
            return;
        }
        write(target, plan.steps().contains(new Step.Shrink(2)) ? plain(2000, 1500) : plain(500, 375));
    }

    private static byte[] plain(int width, int height) {
        return PictureMaker.jpeg(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB));
    }

    @AfterEach
    void nothingIsLeftUnfinished() throws IOException {
        pyramid.close();
        renditions.close();
        pool.close();
        assertEquals(List.of(), files(cache.folder().resolve(".tmp")));
        assertEquals(List.of(), files(folder.resolve("spool")));
    }

    @Test
    void anUploadIsDecodedToItsLargestLevelAndTheSmallOneMadeOfThat() throws IOException {
        ImageId id = upload(pyramid, PHOTO);
        assertEquals(List.of("p2.jpeg", "p8.jpeg"), files(id));
        assertEquals(new Step.Decode(true), engine.plans().getFirst().steps().getFirst());
        List<Step> small = engine.plans().get(1).steps();
        assertEquals(List.of(new Step.Decode(false), new Step.Shrink(4)), small.subList(0, 2));
        awaitRest();
        assertEquals(2, plans());
        assertTrue(store.holds(id, HALF) && store.holds(id, EIGHTH));
    }

    @Test
    void whereNoOtherNodeGetsLevelsNothingFollowsAnUpload() throws IOException {
        Pyramid notStarted = new Pyramid(cache, stock, LevelStore.NONE, new RenderPools(pool, pool), limits);
        ImageId id = upload(notStarted, PHOTO);
        assertEquals(List.of("p2.jpeg", "p8.jpeg"), files(id));
        assertEquals(0, notStarted.progress().left());
    }

    /// A level lies as its original does, and nothing in it says how that is.
    @Test
    void thePlaceholderIsMadeOfTheSmallestLevelAndStandsUpright() {
        byte[] turned = JpegSegments.insert(plain(4000, 3000), JpegSegments.exif(Orientation.TURN_RIGHT.exif()));
        ImageId id = upload(pyramid, Arrays.copyOf(turned, PHOTO.length));
        ImageHeader small = HeaderProbe.probe(cache.file(new LevelKey(id, EIGHTH)));
        RenditionPlan plan = RenditionPlan.placeholder(small.inPlaceOf(small.stored(), Orientation.TURN_RIGHT));
        assertEquals(Optional.of(new Dimensions(16, 12)), plan.scaled());
        assertTrue(plan.steps().contains(new Step.Turn(Orientation.TURN_RIGHT)), plan::toString);
        assertTrue(engine.plans().contains(plan), () -> engine.plans().toString());
    }

    @Test
    void aRenditionIsMadeFromTheSmallestLevelThatIsLargeEnough() throws IOException {
        ImageId id = upload(pyramid, PHOTO);
        awaitRest();
        originals.fails("not needed");
        assertEquals(Optional.of(8), shrinkOf(id, SMALL));
        assertEquals(Optional.of(8), shrinkOf(id, new Size.Exact(75, 75)));
        assertEquals(Optional.of(2), shrinkOf(id, new Size.Fit(640, 480)));
        assertEquals(Optional.of(2), shrinkOf(id, new Size.Fit(1024, 768)));
        originals.heals();
        assertEquals(Optional.empty(), shrinkOf(id, new Size.Fit(1600, 1200)));
        assertEquals(4, pyramid.progress().used());
    }

    @Test
    void aPictureWithoutLevelsGetsThemBehindItsFirstRendition() throws IOException {
        ImageId id = upload(ProofUse.NONE, PHOTO);
        assertEquals(Optional.empty(), shrinkOf(id, SMALL));
        awaitRest();
        assertEquals(List.of("240x160.jpeg", "o.jpeg", "p2.jpeg", "p8.jpeg"), files(id));
        assertEquals(Optional.of(8), shrinkOf(id, new Size.Fit(100, 100)));
    }

    @Test
    void aSizeThatNoLevelIsGoodForBringsNone() throws IOException {
        ImageId id = upload(ProofUse.NONE, PHOTO);
        shrinkOf(id, new Size.Fit(1600, 1200));
        awaitRest();
        assertEquals(List.of("1600x1200.jpeg", "o.jpeg"), files(id));
    }

    @Test
    void whatAnotherNodeHasMadeIsFetchedInsteadOfTheOriginal() throws IOException {
        ImageId id = upload(ProofUse.NONE, PHOTO);
        store.put(id, EIGHTH, Files.write(folder.resolve("level"), plain(500, 375)));
        originals.fails("not needed");
        assertEquals(Optional.of(8), shrinkOf(id, SMALL));
        assertEquals(List.of("240x160.jpeg", "p8.jpeg"), files(id));
    }

    @Test
    void aDamagedLevelIsMadeAgain() throws IOException {
        ImageId id = upload(pyramid, PHOTO);
        awaitRest();
        Files.writeString(cache.file(new LevelKey(id, EIGHTH)), "no picture");
        assertEquals(Optional.empty(), shrinkOf(id, SMALL));
        awaitRest();
        assertEquals(Optional.of(8), shrinkOf(id, new Size.Fit(100, 100)));
    }

    @Test
    void aLevelThatCannotBeDecodedIsNotThePicturesFault() throws IOException {
        ImageId id = upload(pyramid, PHOTO);
        awaitRest();
        engine.does((plan, target, control) -> {
            if (shrink(plan).isPresent()) {
                throw new Failure.Unprocessable("cut off").exception();
            }
            paint(plan, target, control);
        });
        assertEquals(Optional.empty(), shrinkOf(id, SMALL));
    }

    @Test
    void aPictureThatCannotBeDecodedAnyMoreHasNoLevels() throws IOException {
        ImageId id = upload(pyramid, PHOTO);
        awaitRest();
        engine.does((plan, target, control) -> {
            throw new Failure.Unprocessable("damaged").exception();
        });
        RenditionKey large = new RenditionKey(id, new Size.Fit(1600, 1200), ImageFormat.JPEG);
        CompletableFuture<Rendition> failing = renditions.get(large, new Viewer("somebody", false));
        assertThrows(CompletionException.class, failing::join);
        assertNoLevels(id);
    }

    @Test
    void whatIsDeletedOrHiddenHasNoLevels() throws IOException {
        ImageId id = upload(pyramid, PHOTO);
        awaitRest();
        edits.update(id, document -> document.with(document.state().withHidden(true)));
        assertNoLevels(id);
        pyramid.make(id);
        assertNoLevels(id);
        edits.update(id, document -> document.with(document.state().withHidden(false)));
        assertEquals(2, pyramid.make(id));
        edits.delete(id, "", "ann");
        assertNoLevels(id);
        edits.restore(id);
        assertEquals(2, pyramid.make(id));
        edits.purge(id, "", "ann");
        assertNoLevels(id);
    }

    /// Its small level is none of those that one of many bytes has.
    @Test
    void aLargePictureOfFewBytesLosesItsLevelToo() throws IOException {
        ImageDocument saved = catalog.save(Samples.document(7)).document();
        Dimensions large = new Dimensions(8160, 6120);
        Facts facts = new Facts(ImageFormat.JPEG, large, Orientation.UPRIGHT, 9_000_000, "0".repeat(64));
        edits.update(saved.id(), document -> document.with(facts));
        assertEquals(List.of(EIGHTH), Level.of(large, facts.length()));
        store.put(saved.id(), EIGHTH, Files.write(folder.resolve("level"), plain(1020, 765)));
        edits.delete(saved.id(), "", "ann");
        assertFalse(store.holds(saved.id(), EIGHTH));
    }

    @Test
    void whatIsForgottenIsMadeAnew() throws IOException {
        ImageId id = upload(pyramid, PHOTO);
        awaitRest();
        edits.forgetRenditions(id);
        assertNoLevels(id);
    }

    @Test
    void aPictureThatIsDeletedWhileItsLevelsAreMadeStaysRemoved() throws IOException {
        ImageId id = upload(ProofUse.NONE, PHOTO);
        engine.does((plan, target, control) -> {
            paint(plan, target, control);
            edits.delete(id, "", "");
        });
        pyramid.make(id);
        assertNoLevels(id);
    }

    /// It would be made again for each new size.
    @Test
    void aLevelThatTakesTooMuchIsNotKeptAndNotTriedAgain() throws IOException {
        engine.does((plan, target, control) -> {
            paint(plan, target, control);
            if (plan.steps().contains(new Step.Shrink(2))) {
                write(target, Arrays.copyOf(plain(2000, 1500), 600_000));
            }
        });
        ImageId id = upload(pyramid, PHOTO);
        awaitRest();
        assertEquals(List.of("p8.jpeg"), files(id));
        assertEquals(2, plans(), "the small one is made of the large one all the same");
        shrinkOf(id, new Size.Fit(1024, 768));
        awaitRest();
        assertEquals(3, plans());
    }

    @Test
    void anOriginalOfFewBytesHasASmallLevelOnly() throws IOException {
        ImageId id = upload(pyramid, Arrays.copyOf(PHOTO, 1_000_000));
        awaitRest();
        assertEquals(List.of("p8.jpeg"), files(id));
        assertEquals(1, plans());
    }

    @Test
    void fourInksHaveNoLevels() throws IOException {
        byte[] inks = InkPicture.of(Pixels.of(PictureMaker.photo(1000, 800, 1))).cmyk();
        ImageId id = upload(pyramid, inks);
        shrinkOf(id, SMALL);
        awaitRest();
        shrinkOf(id, new Size.Fit(100, 100));
        awaitRest();
        assertEquals(3, plans());
        assertEquals(List.of("100x100.jpeg", "240x160.jpeg", "o.jpeg"), files(id));
    }

    @Test
    void aFullCacheIsNoReasonToRefuseAnUpload() throws IOException {
        engine.does((plan, target, control) -> {
            if (plan.steps().getLast() instanceof Step.EncodeLevel) {
                throw new Failure.DiskFull("the disk is full").exception();
            }
            paint(plan, target, control);
        });
        ImageId id = upload(pyramid, PHOTO);
        assertTrue(catalog.find(id).isPresent());
        assertFalse(cache.holds(new LevelKey(id, HALF)));
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ImageId upload(ProofUse proofUse, byte[] picture) {
        Uploads uploads = new Uploads(spool, stock, pool, limits, "01", InstantSource.system(), proofUse);
        try (Spooled received = spool.receive(new ByteArrayInputStream(picture))) {
            return uploads.save(received, new Details(Description.NONE, Optional.empty(), "ann"), "somebody")
                    .document()
                    .id();
        }
    }

    /// How much smaller the file was that a rendition was made of; empty if that was the original.
    private Optional<Integer> shrinkOf(ImageId id, Size size) {
        RenditionKey key = new RenditionKey(id, size, ImageFormat.JPEG);
        assertEquals(
                new Rendition.Ready(),
                renditions.get(key, new Viewer("somebody", false)).join());
        return engine.plans().reversed().stream()
                .filter(plan -> plan.steps().getLast() instanceof Step.Encode)
                .findFirst()
                .flatMap(PyramidTest::shrink);
    }

    /// Of the level that is scaled; empty where the original is.
    private static Optional<Integer> shrink(RenditionPlan plan) {
        return plan.steps().get(1) instanceof Step.ScaleJpeg jpeg && jpeg.shrink() > 1
                ? Optional.of(jpeg.shrink())
                : Optional.empty();
    }

    /// How many renders there were, without those of placeholders.
    private long plans() {
        return engine.plans().stream()
                .filter(plan -> !(plan.steps().getLast() instanceof Step.Encode(ImageFormat format, int _)
                        && format == ImageFormat.WEBP))
                .count();
    }

    private void awaitRest() {
        while (pyramid.progress().left() > 0) {
            Thread.onSpinWait();
        }
    }

    private void assertNoLevels(ImageId id) throws IOException {
        assertFalse(store.holds(id, HALF) || store.holds(id, EIGHTH));
        assertEquals(
                List.of(),
                files(id).stream().filter(name -> name.startsWith("p")).toList());
    }

    private List<String> files(ImageId id) throws IOException {
        return files(cache.folder().resolve(CacheKey.folder(id)));
    }

    private static List<String> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
