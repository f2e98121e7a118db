package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.keeper.DiskSpace;
import org.huimages.keeper.KeeperLimits;
import org.huimages.keeper.MinFree;
import org.huimages.keeper.StoreDisk;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Race;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Where there is no room for a file it is made and sent all the same.
@Timeout(30)
class NotKeptTest {
    private static final RenditionKey KEY = new RenditionKey(Samples.id(1), new Size.Fit(240, 160), ImageFormat.JPEG);
    private static final RenditionKey ORIGINAL = new RenditionKey(Samples.id(1), new Size.Original(), ImageFormat.JPEG);
    private static final byte[] PICTURE = PictureMaker.jpeg(PictureMaker.photo(320, 240, 1));

    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private final WatchedOriginalStore originals = new WatchedOriginalStore();
    private final FakeEngine engine = new FakeEngine();
    private RenderPool pool;
    private RenditionCache cache;
    private Renditions renditions;

    @BeforeEach
    void store() throws IOException {
        pool = new RenderPool(engine, RenderLimits.of(2, Duration.ofSeconds(20), RenderLimits.MEMORY));
        originals.put(Samples.id(1), Files.write(folder.resolve("upload"), PICTURE));
        catalog.save(new SampleDocument(1).get());
        open(RenditionCache.open(folder.resolve("cache"), List.of()));
    }

    @AfterEach
    void close() {
        renditions.close();
        pool.close();
    }

    private void open(RenditionCache opened) {
        cache = opened;
        renditions = new Renditions(
                cache, new Stock(originals, catalog), new RenderPools(pool, pool), new PixelLimits(100_000, 4096));
    }

    /// Less than the smallest file with its folders takes.
    private void openSmall() throws IOException {
        open(RenditionCache.open(
                folder.resolve("cache"), List.of(), new KeeperLimits(1000, new MinFree.Bytes(0)), new StoreDisk()));
    }

    private Rendition get(RenditionKey key) {
        return renditions.get(key, new Viewer("somebody", false)).join();
    }

    private Rendition.Once once(RenditionKey key) {
        return assertInstanceOf(Rendition.Once.class, get(key));
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("cache"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !String.valueOf(file.getFileName()).startsWith("."))
                    .toList();
        }
    }

    @Test
    void overTheQuotaAFileIsForOneRequest() throws IOException {
        openSmall();
        Rendition.Once once = once(KEY);
        assertFalse(once.hidden());
        assertEquals(engine.plans().getFirst().toString(), Files.readString(once.file()));
        assertEquals(once.file(), cache.folder().resolve(once.location()));
        assertFalse(cache.holds(KEY));
        once.discard();
        assertEquals(List.of(), files(), "the source went too");
        assertEquals(2, cache.keeper().report().counters().notKept());
        assertEquals(0, cache.keeper().report().bytes());
    }

    @Test
    void anOriginalIsToo() throws IOException {
        openSmall();
        Rendition.Once once = once(ORIGINAL);
        assertEquals(PICTURE.length, Files.size(once.file()));
        once.discard();
        assertEquals(List.of(), files());
    }

    @RepeatedTest(5)
    void aHundredAskersHaveItMadeOnceAndEachHasAFileOfHisOwn() throws Exception {
        openSmall();
        List<Rendition> all = Race.run(100, asker -> {
            Rendition.Once mine = once(KEY);
            assertTrue(Files.exists(mine.file()));
            mine.discard();
            return mine;
        });
        assertEquals(100, all.stream().distinct().count());
        assertTrue(engine.plans().size() < 20, () -> engine.plans().size() + " renders");
        assertEquals(List.of(), files());
    }

    @Test
    void belowTheFloorOfTheDiskAFileIsNotKept() throws IOException {
        open(RenditionCache.open(
                folder.resolve("cache"),
                List.of(),
                new KeeperLimits(1L << 30, new MinFree.Share(.05)),
                where -> new DiskSpace(1000, 10, 0, 0)));
        once(KEY).discard();
        assertEquals(List.of(), files());
    }

    @Test
    void onAFullDiskItIsMadeInMemory() throws IOException {
        Path memory = Files.createDirectory(folder.resolve("memory"));
        try (Spare spare = Spare.open(cache.folder(), memory).orElseThrow()) {
            open(cache.with(spare));
            fillDiskOf(cache.folder());
            Rendition.Once once = once(KEY);
            assertTrue(once.file().startsWith(spare.folder()));
            assertEquals(".spare/" + once.file().getFileName(), once.location());
            once.discard();
            try (Stream<Path> left = Files.list(spare.folder())) {
                assertEquals(0, left.count());
            }
            spare.enter();
            spare.enter(); // both places are free again
        }
    }

    @Test
    void withoutMemoryAFullDiskIsSaidToBeFull() {
        fillDiskOf(cache.folder());
        CompletionException full = assertThrows(CompletionException.class, () -> get(KEY));
        assertInstanceOf(Failure.DiskFull.class, FailureException.of(full));
    }

    private void fillDiskOf(Path full) {
        engine.does((plan, target, control) -> {
            if (target.startsWith(full)) {
                throw new Failure.DiskFull("the disk is full").exception();
            }
            FakeEngine.write(plan, target, control);
        });
    }
}
