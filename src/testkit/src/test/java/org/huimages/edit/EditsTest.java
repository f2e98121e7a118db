package org.huimages.edit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.Orientation;
import org.huimages.pixel.Focal;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.rendition.Rendition;
import org.huimages.rendition.RenditionCache;
import org.huimages.rendition.RenditionKey;
import org.huimages.rendition.Renditions;
import org.huimages.rendition.Viewer;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EditsTest {
    private static final ImageId ID = Samples.id(1);
    private static final RenditionKey SMALL = new RenditionKey(ID, new Size.Fit(240, 160), ImageFormat.JPEG);
    private static final RenditionKey CROP = new RenditionKey(ID, new Size.Exact(75, 75), ImageFormat.JPEG);
    private static final RenditionKey ORIGINAL = new RenditionKey(ID, new Size.Original(), ImageFormat.JPEG);
    private static final byte[] PICTURE = PictureMaker.jpeg(PictureMaker.photo(320, 240, 1), Orientation.TURN_RIGHT);
    private static final Viewer ANYONE = new Viewer("somebody", false);
    private static final Viewer READER = new Viewer("somebody", true);

    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private final WatchedOriginalStore originals = new WatchedOriginalStore();
    private final FakeEngine engine = new FakeEngine();
    private Instant now = Instant.parse("2026-07-01T12:00:00Z");
    private RenditionCache cache;
    private RenderPool pool;
    private Renditions renditions;
    private Edits edits;
    private TrashSweep sweep;

    @BeforeEach
    void open() throws IOException {
        Stock stock = new Stock(originals, catalog);
        pool = new RenderPool(engine, RenderLimits.of(2, Duration.ofSeconds(20), RenderLimits.MEMORY));
        cache = RenditionCache.open(folder.resolve("cache"), List.of());
        renditions = new Renditions(cache, stock, new RenderPools(pool, pool), new PixelLimits(100_000, 4096));
        edits = new Edits(stock, cache, () -> now);
        sweep = new TrashSweep(catalog, edits, Duration.ofDays(30), () -> now);
        originals.put(ID, Files.write(folder.resolve("picture"), PICTURE));
        catalog.save(new SampleDocument(1).titles("secret").get());
    }

    @AfterEach
    void nothingIsLeftUnfinished() throws IOException {
        renditions.close();
        pool.close();
        try (Stream<Path> files = Files.list(cache.folder().resolve(".tmp"))) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void whatIsInTheTrashIsGoneAtOnceInEverySize() {
        get(SMALL);
        get(CROP);
        edits.delete(ID, "a complaint", "ann");
        assertFalse(cache.holds(SMALL) || cache.holds(CROP) || cache.holds(ORIGINAL));
        for (RenditionKey key : List.of(SMALL, CROP, ORIGINAL)) {
            assertInstanceOf(Failure.Gone.class, failureOf(key));
        }
        assertEquals(List.of(), catalog.page(Audience.READERS, "", 10));
        assertEquals(1, catalog.deleted("", 10).size());
    }

    @Test
    void whatIsRestoredIsThereAsItWas() {
        edits.delete(ID, "a mistake", "ann");
        ImageDocument restored = edits.restore(ID);
        assertEquals(List.of("secret"), restored.description().titles());
        assertTrue(restored.isListed());
        assertEquals(new Rendition.Ready(), get(SMALL));
    }

    @Test
    void onlyWhatIsInTheTrashCanBeRestored() {
        assertInstanceOf(Failure.Conflict.class, failureOf(() -> edits.restore(ID)));
        assertInstanceOf(Failure.NotFound.class, failureOf(() -> edits.restore(Samples.id(2))));
        edits.purge(ID, "", "ann");
        assertInstanceOf(Failure.Conflict.class, failureOf(() -> edits.restore(ID)));
    }

    @Test
    void whatIsErasedLeavesNothingButTheTombstone() throws IOException {
        get(SMALL);
        edits.purge(ID, "the law", "ann");
        assertEquals(OptionalLong.empty(), originals.length(ID));
        assertFalse(cache.holds(SMALL));
        assertInstanceOf(Failure.Gone.class, failureOf(SMALL));
        ImageDocument left = catalog.find(ID).orElseThrow();
        assertEquals(List.of(), left.description().titles());
        assertEquals("the law", left.state().tombstone().orElseThrow().why());
        assertEquals(List.of(), catalog.deleted("", 10), "it is not in the trash any more");
    }

    @Test
    void deletingAgainChangesNothingAndErasingKeepsTheFirstReason() {
        edits.delete(ID, "first", "ann");
        now = now.plusSeconds(60);
        edits.delete(ID, "second", "bob");
        edits.purge(ID, "third", "cy");
        edits.purge(ID, "fourth", "cy");
        assertEquals(
                "first",
                catalog.find(ID).orElseThrow().state().tombstone().orElseThrow().why());
    }

    @Test
    void anErasureThatCannotReachTheStoreIsNotServedAndMayBeTriedAgain() throws IOException {
        originals.fails("down");
        assertInstanceOf(Failure.Unavailable.class, failureOf(() -> edits.purge(ID, "", "ann")));
        assertInstanceOf(Failure.Gone.class, failureOf(SMALL));
        originals.heals();
        edits.purge(ID, "", "ann");
        assertEquals(OptionalLong.empty(), originals.length(ID));
    }

    @Test
    void aRenderUnderWayDoesNotBringADeletedPictureBack() throws InterruptedException {
        for (UnaryOperator<ImageId> removal : List.<UnaryOperator<ImageId>>of(this::delete, this::purge)) {
            catalog.save(new SampleDocument(1).get());
            CountDownLatch removed = new CountDownLatch(1);
            engine.does(FakeEngine.deafUntil(removed));
            CompletableFuture<Rendition> late = renditions.get(SMALL, ANYONE);
            awaitRender();
            assertEquals(ID, removal.apply(ID));
            removed.countDown();
            Failure failure = assertInstanceOf(
                    Failure.class, FailureException.of(assertThrows(CompletionException.class, late::join)));
            assertInstanceOf(Failure.Gone.class, failure);
            assertFalse(cache.holds(SMALL));
        }
    }

    private ImageId delete(ImageId id) {
        edits.delete(id, "", "ann");
        return id;
    }

    private ImageId purge(ImageId id) {
        edits.purge(id, "", "ann");
        return id;
    }

    @Test
    void anotherFocalPointMakesCropsAgainAndNothingElse() throws IOException {
        get(SMALL);
        get(CROP);
        String before = Files.readString(cache.file(CROP));
        edits.update(ID, focused(0.9, 0.1));
        assertTrue(cache.holds(SMALL));
        assertFalse(cache.holds(CROP));
        get(CROP);
        assertFalse(before.equals(Files.readString(cache.file(CROP))));
    }

    @Test
    void aCropUnderWayIsNotKeptOnceItsFocalPointHasChanged() throws InterruptedException {
        CountDownLatch moved = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(moved));
        CompletableFuture<Rendition> late = renditions.get(CROP, ANYONE);
        awaitRender();
        edits.update(ID, focused(0.9, 0.1));
        moved.countDown();
        assertInstanceOf(
                Failure.Unavailable.class, FailureException.of(assertThrows(CompletionException.class, late::join)));
        assertFalse(cache.holds(CROP));
        assertEquals(new Rendition.Ready(), get(CROP));
    }

    private static UnaryOperator<ImageDocument> focused(double x, double y) {
        return document -> document.with(document.focus().movedTo(Optional.of(new Focal(x, y))));
    }

    @Test
    void aPrivatePictureLiesNowhereAndIsThereForReadersAlone() throws IOException {
        get(SMALL);
        edits.update(ID, hidden(true));
        assertFalse(cache.holds(SMALL) || cache.holds(ORIGINAL));
        for (RenditionKey key : List.of(SMALL, ORIGINAL)) {
            assertInstanceOf(Failure.NotFound.class, failureOf(key));
            Rendition.Once once = assertInstanceOf(
                    Rendition.Once.class, renditions.get(key, READER).join());
            assertTrue(Files.size(once.file()) > 0);
            assertEquals(cache.folder().resolve(once.location()), once.file());
            assertFalse(cache.holds(key));
            Files.delete(once.file());
        }
        edits.update(ID, hidden(false));
        assertEquals(new Rendition.Ready(), get(SMALL));
    }

    @Test
    void aRenderUnderWayIsNotKeptOnceThePictureIsPrivate() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        CompletableFuture<Rendition> late = renditions.get(SMALL, ANYONE);
        awaitRender();
        edits.update(ID, hidden(true));
        done.countDown();
        assertThrows(CompletionException.class, late::join);
        assertFalse(cache.holds(SMALL));
    }

    private static UnaryOperator<ImageDocument> hidden(boolean hidden) {
        return document -> document.with(document.state().withHidden(hidden));
    }

    @Test
    void whatIsDeletedCannotBeChanged() {
        assertInstanceOf(Failure.NotFound.class, failureOf(() -> edits.update(Samples.id(2), hidden(true))));
        edits.delete(ID, "", "ann");
        assertInstanceOf(Failure.Gone.class, failureOf(() -> edits.update(ID, hidden(true))));
    }

    @Test
    void theTrashIsEmptiedOfWhatHasLainThereLongEnough() throws IOException {
        edits.delete(ID, "", "ann");
        now = now.plus(Duration.ofDays(30));
        assertEquals(0, sweep.sweep(), "to the second");
        assertTrue(originals.length(ID).isPresent());
        now = now.plusSeconds(1);
        assertEquals(1, sweep.sweep());
        assertEquals(OptionalLong.empty(), originals.length(ID));
        assertEquals(0, sweep.sweep());
    }

    @Test
    void whatWasRestoredIsNotErasedWhenItsTimeWouldHaveCome() throws IOException {
        edits.delete(ID, "", "ann");
        edits.restore(ID);
        now = now.plus(Duration.ofDays(31));
        assertFalse(edits.purgeExpired(ID, now));
        assertEquals(0, sweep.sweep());
        assertTrue(originals.length(ID).isPresent());
    }

    @Test
    void aStoreThatIsDownLeavesTheTrashForTheNextTime() throws IOException {
        edits.delete(ID, "", "ann");
        now = now.plus(Duration.ofDays(31));
        originals.fails("down");
        assertEquals(0, sweep.sweep());
        originals.heals();
        assertTrue(originals.length(ID).isPresent());
        assertEquals(1, sweep.sweep());
        assertEquals(OptionalLong.empty(), originals.length(ID));
    }

    private Rendition get(RenditionKey key) {
        return renditions.get(key, ANYONE).join();
    }

    private Failure failureOf(RenditionKey key) {
        return FailureException.of(assertThrows(CompletionException.class, () -> get(key)));
    }

    private static Failure failureOf(Runnable action) {
        return assertThrows(FailureException.class, action::run).failure();
    }

    private void awaitRender() throws InterruptedException {
        while (pool.active() == 0) {
            Thread.sleep(1);
        }
    }
}
