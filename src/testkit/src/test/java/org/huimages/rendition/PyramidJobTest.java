package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.catalog.Description;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Arguments;
import org.huimages.job.Job;
import org.huimages.job.JobLimits;
import org.huimages.job.JobState;
import org.huimages.job.Jobs;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.level.MemoryLevelStore;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.InkPicture;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.upload.Details;
import org.huimages.upload.Spool;
import org.huimages.upload.Spooled;
import org.huimages.upload.Uploads;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class PyramidJobTest {
    private static final byte[] SMALL = PictureMaker.jpeg(PictureMaker.photo(200, 150, 2));

    @TempDir
    Path folder;

    private final Stock stock = new Stock(new WatchedOriginalStore(), new WatchedCatalog());
    private final FakeEngine engine = new FakeEngine();
    private final AskedStore store = new AskedStore(new MemoryLevelStore(), new AtomicInteger());
    private final PixelLimits limits = new PixelLimits(100_000_000, 4096);
    private RenderPool pool;
    private RenditionCache cache;
    private Pyramid pyramid;
    private Jobs jobs;

    @BeforeEach
    void open() throws IOException {
        cache = RenditionCache.open(folder.resolve("cache"), List.of());
        engine.does(PyramidTest::paint);
        pool = new RenderPool(engine, RenderLimits.of(2, Duration.ofSeconds(20), RenderLimits.MEMORY));
        pyramid = new Pyramid(cache, stock, store, new RenderPools(pool, pool), limits);
        jobs = Jobs.open(folder.resolve("jobs"), List.of(), JobLimits.USUAL, () -> false, InstantSource.system());
    }

    @AfterEach
    void close() {
        jobs.close();
        pool.close();
    }

    @Test
    void everyPictureGetsTheLevelsThatItLacks() throws Exception {
        ImageId photo = upload(PyramidTest.PHOTO);
        upload(SMALL);
        List<Level> levels = Level.of(
                stock.catalog().find(photo).orElseThrow().facts().orElseThrow().dimensions());
        assertEquals(Map.of("made", 1L, "complete", 1L), run());
        assertTrue(!levels.isEmpty() && levels.stream().allMatch(level -> cache.holds(new LevelKey(photo, level))));
        assertEquals(Map.of("complete", 2L), run());
    }

    @Test
    void whatHasNoLevelsIsNoTrouble() throws Exception {
        stock.catalog().save(new SampleDocument(1).format(ImageFormat.HEIC).get());
        stock.catalog().save(new SampleDocument(2).format(ImageFormat.AVIF).get());
        stock.catalog().save(new SampleDocument(3).format(ImageFormat.PNG).get());
        upload(InkPicture.of(Pixels.of(PictureMaker.photo(1000, 800, 1))).cmyk());
        assertEquals(Map.of("complete", 3L, "none", 1L), run());
    }

    /// Nobody has it: no node keeps it.
    @Test
    void aLevelThatIsNotKeptIsNeitherCountedNorAskedFor() throws Exception {
        engine.does((plan, target, control) -> {
            PyramidTest.paint(plan, target, control);
            enlarge(target);
        });
        ImageId photo = upload(PyramidTest.PHOTO);
        int levels = Level.of(stock.catalog()
                        .find(photo)
                        .orElseThrow()
                        .facts()
                        .orElseThrow()
                        .dimensions())
                .size();
        assertEquals(Map.of("complete", 1L), run());
        assertEquals(levels, store.asked());
        assertEquals(Map.of("complete", 1L), run());
        assertEquals(levels, store.asked());
    }

    private static void enlarge(Path file) {
        try {
            Files.write(file, Arrays.copyOf(Files.readAllBytes(file), PyramidTest.PHOTO.length));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void whereNoLevelsAreKeptThereIsNothingToDo() {
        PyramidJob none = new PyramidJob(stock, Optional.empty());
        FailureException refused =
                assertThrows(FailureException.class, () -> jobs.start(none, new Arguments(Map.of()), "ann"));
        assertTrue(refused.failure() instanceof Failure.Conflict conflict
                && conflict.text().contains("HUIMAGES_PYRAMID"));
    }

    private Map<String, Long> run() throws InterruptedException {
        PyramidJob kind = new PyramidJob(stock, Optional.of(pyramid));
        long number = jobs.start(kind, new Arguments(Map.of()), "ann").record().number();
        Job job = jobs.find(number).orElseThrow();
        while (job.record().state() == JobState.RUNNING) {
            Thread.sleep(1);
            job = jobs.find(number).orElseThrow();
        }
        assertEquals(JobState.DONE, job.record().state(), job.record().reason());
        return job.record().progress().counts();
    }

    private ImageId upload(byte[] picture) throws IOException {
        Spool spool = Spool.open(Files.createDirectories(folder.resolve("spool")), 10_000_000);
        Uploads uploads = new Uploads(spool, stock, pool, limits, "01", InstantSource.system());
        try (Spooled received = spool.receive(new ByteArrayInputStream(picture))) {
            return uploads.save(received, new Details(Description.NONE, Optional.empty(), "ann"), "somebody")
                    .document()
                    .id();
        }
    }

    /// Counts how often a level is asked for.
    private record AskedStore(MemoryLevelStore store, AtomicInteger times) implements LevelStore {
        int asked() {
            return times.get();
        }

        @Override
        public void put(ImageId id, Level level, Path file) throws IOException {
            store.put(id, level, file);
        }

        @Override
        public boolean fetch(ImageId id, Level level, Path target) throws IOException {
            times.incrementAndGet();
            return store.fetch(id, level, target);
        }

        @Override
        public boolean holds(ImageId id, Level level) {
            return store.holds(id, level);
        }

        @Override
        public void delete(ImageId id, Level level) {
            store.delete(id, level);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
