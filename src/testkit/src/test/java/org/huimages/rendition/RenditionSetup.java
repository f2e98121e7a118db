package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;

/// Renditions over stores in memory that count who asks, with an engine that only copies.
final class RenditionSetup implements AutoCloseable {
    final WatchedCatalog catalog = new WatchedCatalog();
    final WatchedOriginalStore originals = new WatchedOriginalStore();
    final FakeEngine engine = new FakeEngine();
    final RenditionCache cache;
    final Renditions renditions;
    private final RenderPool pool =
            new RenderPool(engine, RenderLimits.of(2, Duration.ofSeconds(20), RenderLimits.MEMORY));

    /// @param folder the cache is in it
    RenditionSetup(Path folder) throws IOException {
        cache = RenditionCache.open(folder.resolve("cache"), List.of());
        renditions = new Renditions(
                cache, new Stock(originals, catalog), new RenderPools(pool, pool), new PixelLimits(100_000, 4096));
    }

    /// Nothing is left unfinished.
    @Override
    public void close() throws IOException {
        renditions.close();
        pool.close();
        try (Stream<Path> files = Files.list(cache.folder().resolve(".tmp"))) {
            assertEquals(List.of(), files.toList());
        }
    }
}
