package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.huimages.edit.Edits;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.HeaderProbe;
import org.huimages.header.Orientation;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.pixel.RenditionPlan;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Race;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class RenditionsTest {
    private static final ImageId ID = Samples.id(1);
    private static final Size SMALL = new Size.Fit(240, 160);
    private static final RenditionKey KEY = new RenditionKey(ID, SMALL, ImageFormat.JPEG);
    private static final RenditionKey AVIF = KEY.in(ImageFormat.AVIF);
    private static final RenditionKey ORIGINAL = new RenditionKey(ID, new Size.Original(), ImageFormat.JPEG);
    private static final byte[] PICTURE = PictureMaker.jpeg(PictureMaker.photo(320, 240, 1), Orientation.TURN_RIGHT);

    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private final WatchedOriginalStore originals = new WatchedOriginalStore();
    private final FakeEngine engine = new FakeEngine();
    private final Stock stock = new Stock(originals, catalog);
    private RenderPool pool;
    private RenditionCache cache;
    private Renditions renditions;

    @BeforeEach
    void open() throws IOException {
        pool = new RenderPool(engine, RenderLimits.of(2, Duration.ofSeconds(20), RenderLimits.MEMORY));
        cache = RenditionCache.open(folder.resolve("cache"), List.of());
        renditions = renditions(pool);
        store(PICTURE);
    }

    private Renditions renditions(RenderPool any) {
        return new Renditions(cache, stock, new RenderPools(any, any), new PixelLimits(100_000, 4096));
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
    void aRenditionIsMadeByThePlanForItsOriginal() throws IOException {
        assertEquals(new Rendition.Ready(), get(KEY).join());
        RenditionPlan plan = RenditionPlan.of(HeaderProbe.probe(cache.file(ORIGINAL)), SMALL, ImageFormat.JPEG);
        assertEquals(List.of(plan), engine.plans());
        assertEquals(plan.toString(), Files.readString(cache.file(KEY)));
    }

    @Test
    void anOriginalIsSentAsItIs() throws IOException {
        assertEquals(new Rendition.Ready(), get(ORIGINAL).join());
        assertArrayEquals(PICTURE, Files.readAllBytes(cache.file(ORIGINAL)));
        assertEquals(List.of(), engine.plans());
    }

    @Test
    void aHitAsksNobody() {
        get(KEY).join();
        int finds = catalog.finds();
        int calls = originals.callers().size();
        catalog.fails();
        originals.fails("down");
        CompletableFuture<Rendition> hit = get(KEY);
        assertTrue(hit.isDone());
        assertEquals(new Rendition.Ready(), hit.join());
        assertEquals(finds, catalog.finds());
        assertEquals(calls, originals.callers().size());
        assertEquals(1, engine.plans().size());
    }

    @RepeatedTest(10)
    void aHundredAskersHaveItMadeOnce() throws Exception {
        List<Rendition> made = Race.run(100, asker -> get(KEY).join());
        assertEquals(List.of(new Rendition.Ready()), made.stream().distinct().toList());
        assertEquals(1, engine.plans().size());
        assertEquals(1, originals.callers().size());
    }

    @Test
    void manySizesHaveTheOriginalFetchedOnce() throws Exception {
        Race.run(50, asker -> get(key(new Size.Fit(10 + asker, 10))).join());
        assertEquals(50, engine.plans().size());
        assertEquals(1, originals.callers().size());
    }

    @Test
    void whoAsksIsNotHeldUp() {
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        CompletableFuture<Rendition> waiting = get(KEY);
        assertFalse(waiting.isDone());
        done.countDown();
        waiting.join();
    }

    @Test
    void storesAreAskedOnVirtualThreadsOnly() throws IOException {
        for (int number = 0; number < 200; number++) {
            get(key(new Size.Fit(1 + number, 10))).join();
            Files.delete(cache.file(ORIGINAL));
        }
        assertTrue(originals.callers().stream().allMatch(Thread::isVirtual));
    }

    @Test
    void anOriginalOfAnotherFormatIsPointedOut() throws IOException {
        RenditionKey png = new RenditionKey(ID, new Size.Original(), ImageFormat.PNG);
        assertEquals(new Rendition.OtherFormat(ImageFormat.JPEG), get(png).join());
        assertNothingIsCached();
    }

    @Test
    void anUnknownPictureIsNotFoundAndLeavesNoTrace() throws IOException {
        RenditionKey unknown = new RenditionKey(Samples.id(2), SMALL, ImageFormat.JPEG);
        assertInstanceOf(Failure.NotFound.class, failureOf(unknown));
        assertNothingIsCached();
    }

    @Test
    void aMissingOriginalIsNotFound() throws IOException {
        originals.delete(ID);
        assertInstanceOf(Failure.NotFound.class, failureOf(KEY));
        assertInstanceOf(Failure.NotFound.class, failureOf(ORIGINAL));
        assertNothingIsCached();
    }

    @Test
    void aFormatThatIsNotMadeIsNotSupported() {
        assertInstanceOf(Failure.UnsupportedType.class, failureOf(new RenditionKey(ID, SMALL, ImageFormat.GIF)));
        assertEquals(List.of(), engine.plans());
    }

    @Test
    void aSizeOverTheLimitIsForbiddenAndAsksNobody() {
        assertInstanceOf(Failure.Forbidden.class, failureOf(key(new Size.Exact(4097, 1))));
        assertEquals(0, catalog.finds());
    }

    @Test
    void anOriginalOverTheLimitIsNotDecodedButSent() throws IOException {
        originals.delete(ID);
        store(JpegSegments.claimSize(PICTURE, 65_500, 65_500));
        assertInstanceOf(Failure.Unprocessable.class, failureOf(KEY));
        assertEquals(List.of(), engine.plans());
        assertEquals(new Rendition.Ready(), get(ORIGINAL).join());
    }

    @Test
    void aDamagedOriginalIsUnprocessable() throws IOException {
        originals.delete(ID);
        store(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0});
        assertInstanceOf(Failure.Unprocessable.class, failureOf(KEY));
    }

    @Test
    void aFailureOfTheEngineIsSharedButNotRemembered() throws Exception {
        engine.does((plan, target, control) -> {
            throw new Failure.Unprocessable("damaged").exception();
        });
        Race.run(10, asker -> assertInstanceOf(Failure.Unprocessable.class, failureOf(KEY)));
        assertFalse(cache.holds(KEY));
        engine.does(FakeEngine::write);
        assertEquals(new Rendition.Ready(), get(KEY).join());
    }

    @Test
    void aCatalogThatIsDownIsUnavailableUntilItIsBack() {
        catalog.fails();
        assertInstanceOf(Failure.Unavailable.class, failureOf(KEY));
        catalog.heals();
        assertEquals(new Rendition.Ready(), get(KEY).join());
    }

    @Test
    void aStoreThatIsDownIsUnavailableUntilItIsBack() {
        originals.fails("connection refused");
        assertInstanceOf(Failure.Unavailable.class, failureOf(KEY));
        originals.heals();
        assertEquals(new Rendition.Ready(), get(KEY).join());
    }

    @Test
    void aFullDiskIsSaidToBeFull() {
        originals.fails("No space left on device");
        assertInstanceOf(Failure.DiskFull.class, failureOf(ORIGINAL));
    }

    @Test
    void whatIsAtHandIsMadeWhileTheStoreIsDown() {
        get(ORIGINAL).join();
        originals.fails("down");
        assertEquals(new Rendition.Ready(), get(KEY).join());
    }

    @Test
    void aPictureThatIsDeletedWhileItIsMadeStaysRemoved() {
        Edits edits = new Edits(stock, cache, InstantSource.system());
        engine.does((plan, target, control) -> {
            FakeEngine.write(plan, target, control);
            edits.delete(ID, "", "");
        });
        assertInstanceOf(Failure.Gone.class, failureOf(KEY));
        assertFalse(Files.exists(cache.folder().resolve(KEY.folder())));
    }

    /// By hand, or by the keeper when it was empty.
    @Test
    void aFolderThatIsRemovedWhileItsPictureIsMadeIsMadeAgain() {
        engine.does((plan, target, control) -> {
            FakeEngine.write(plan, target, control);
            remove(cache.file(ORIGINAL), cache.folder().resolve(KEY.folder()));
        });
        assertEquals(new Rendition.Ready(), get(KEY).join());
        assertTrue(cache.holds(KEY));
    }

    @Test
    void anAvifIsMadeBehindItsJpegAndNotForWhoAsks() {
        assertEquals(new Rendition.Later(), get(AVIF).join());
        assertEquals(List.of(), engine.plans());
        try (AvifBehind behind = new AvifBehind(renditions, new RenderPools(pool, pool)).started()) {
            get(KEY).join();
            awaitMade(behind, 1);
        }
        assertTrue(cache.holds(AVIF));
        assertEquals(new Rendition.Ready(), get(AVIF).join());
    }

    /// Nobody makes the JPEG again, which is there.
    @Test
    void anAvifThatWasEvictedIsMadeAgainWhenItIsAskedFor() throws IOException {
        try (AvifBehind behind = new AvifBehind(renditions, new RenderPools(pool, pool)).started()) {
            get(KEY).join();
            awaitMade(behind, 1);
            Files.delete(cache.file(AVIF));
            assertEquals(new Rendition.Later(), get(AVIF).join());
            awaitMade(behind, 2);
        }
        assertTrue(cache.holds(AVIF));
    }

    @Test
    void anOriginalThatIsAnAvifIsSent() {
        assertEquals(
                new Rendition.OtherFormat(ImageFormat.JPEG),
                get(ORIGINAL.in(ImageFormat.AVIF)).join());
    }

    private static void awaitMade(AvifBehind behind, long number) {
        while (behind.progress().made() < number) {
            Thread.onSpinWait();
        }
    }

    @Test
    void anOriginalThatIsEvictedBeforeItIsReadIsFetchedAgain() throws IOException {
        get(ORIGINAL).join();
        RenditionKey other = key(new Size.Fit(7, 7));
        Files.delete(cache.file(ORIGINAL));
        assertEquals(new Rendition.Ready(), get(other).join());
    }

    @Test
    void whoJoinsARenderThatAGreedyClientBeganIsNotRefusedWithHim() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        get(ORIGINAL).join();
        RenderLimits narrow = new RenderLimits(1, Duration.ofSeconds(20), RenderLimits.MEMORY, 4, 1);
        try (RenderPool pool = new RenderPool(engine, narrow);
                Renditions busy = renditions(pool)) {
            Viewer greedy = new Viewer("greedy", false);
            CompletableFuture<Rendition> running = busy.get(key(new Size.Fit(10, 10)), greedy);
            while (pool.active() == 0) {
                Thread.onSpinWait();
            }
            CompletableFuture<Rendition> waiting = busy.get(key(new Size.Fit(11, 10)), greedy);
            while (pool.queued() == 0) {
                Thread.onSpinWait();
            }
            CompletableFuture<Rendition> modest = joinsWhileTheOriginalIsFetched(busy);
            done.countDown();
            assertEquals(new Rendition.Ready(), modest.join());
            assertEquals(new Rendition.Ready(), running.join());
            assertEquals(new Rendition.Ready(), waiting.join());
        }
    }

    private CompletableFuture<Rendition> joinsWhileTheOriginalIsFetched(Renditions busy) throws Exception {
        Files.delete(cache.file(ORIGINAL));
        CountDownLatch sent = new CountDownLatch(1);
        originals.sendsAfter(sent);
        originals.forgetCallers();
        CompletableFuture<Rendition> begun = busy.get(KEY, new Viewer("greedy", false));
        while (originals.callers().isEmpty()) {
            Thread.onSpinWait();
        }
        CompletableFuture<Rendition> another = busy.get(KEY, new Viewer("modest", false));
        Thread.sleep(50); // until he has joined; if he has not, he is not refused either
        sent.countDown();
        CompletionException refused = assertThrows(CompletionException.class, begun::join);
        assertInstanceOf(Failure.TooMany.class, FailureException.of(refused));
        return another;
    }

    @Test
    void aClosedPoolIsUnavailable() {
        pool.close();
        assertInstanceOf(Failure.Unavailable.class, failureOf(KEY));
    }

    private void store(byte[] picture) throws IOException {
        Path file = Files.write(folder.resolve("upload"), picture);
        originals.put(ID, file);
        catalog.save(new SampleDocument(1).get());
        originals.forgetCallers();
    }

    private static RenditionKey key(Size size) {
        return new RenditionKey(ID, size, ImageFormat.JPEG);
    }

    private Failure failureOf(RenditionKey key) {
        CompletableFuture<Rendition> failing = get(key);
        return FailureException.of(assertThrows(CompletionException.class, failing::join));
    }

    private void assertNothingIsCached() throws IOException {
        try (Stream<Path> all = Files.walk(cache.folder())) {
            assertEquals(
                    List.of(),
                    all.filter(Files::isRegularFile)
                            .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                            .toList());
        }
    }

    private static void remove(Path... paths) {
        try {
            for (Path path : paths) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
    }

    private CompletableFuture<Rendition> get(RenditionKey key) {
        return renditions.get(key, new Viewer("somebody", false));
    }
}
