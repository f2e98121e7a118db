package org.huimages.webapp.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.huimages.catalog.Catalog;
import org.huimages.edit.Edits;
import org.huimages.edit.TrashSweep;
import org.huimages.failure.SetupException;
import org.huimages.level.LevelStore;
import org.huimages.original.OriginalStore;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.rendition.AvifBehind;
import org.huimages.rendition.Levels;
import org.huimages.rendition.Pyramid;
import org.huimages.rendition.RenditionCache;
import org.huimages.rendition.Renditions;
import org.huimages.rendition.Spare;
import org.huimages.rendition.Warmer;
import org.huimages.stock.Stock;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.couch.CouchCatalog;
import org.huimages.store.couch.CouchLimits;
import org.huimages.store.couch.CouchNames;
import org.huimages.store.file.DataFolder;
import org.huimages.store.file.FileOriginalStore;
import org.huimages.store.guard.Breaker;
import org.huimages.store.guard.GuardedLevelStore;
import org.huimages.store.guard.GuardedOriginalStore;
import org.huimages.store.h2.H2Catalog;
import org.huimages.store.s3.S3OriginalStore;
import org.huimages.upload.ProofUse;
import org.huimages.upload.Spool;
import org.huimages.upload.Uploads;
import org.huimages.vips.LinuxDisk;
import org.huimages.vips.VipsEngine;
import org.huimages.vips.child.ChildCommand;
import org.huimages.vips.child.ChildEngine;
import org.huimages.webapp.settings.CatalogRule;
import org.huimages.webapp.settings.Settings;

/// The parts, opened in order and put together. Whatever was opened is closed again in reverse order, after a
/// failed start too.
final class Application implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Application.class.getName());

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    final VipsEngine engine;
    final RenditionCache cache;
    final Stock stock;
    final Spool spool;
    final RenderPools pools;
    final Pyramid pyramid;

    /// What renditions are made of, beside originals: those of the pyramid, or none.
    final Levels levels;

    final Renditions renditions;
    final Warmer warmer;
    final Uploads uploads;
    final Edits edits;

    private Application(Settings settings, Path work) throws IOException {
        try {
            DataFolder data = closeLater(DataFolder.open(settings.data()));
            engine = VipsEngine.open(settings.libvips(), work);
            cache = cache(settings, data);
            closeLater(cache.keep());
            Catalog catalog = catalog(settings, data);
            Bytes bytes = bytes(settings, data);
            stock = new Stock(closeLater(bytes.originals), catalog);
            spool = Spool.open(data.spool(), settings.maxBytes());
            PixelLimits limits = new PixelLimits(settings.maxPixels(), settings.maxEdge());
            pools = new RenderPools(pool(engine, settings, settings.renderThreads()), slow(settings, work));
            pyramid = new Pyramid(cache, stock, bytes.levels, pools, limits);
            levels = settings.pyramid() ? pyramid : Levels.NONE;
            renditions = closeLater(new Renditions(cache, stock, pools, limits, levels));
            closeLater(pyramid.started());
            if (settings.avif()) {
                closeLater(new AvifBehind(renditions, pools)).started();
            }
            warmer = closeLater(new Warmer(renditions, pools)).started();
            uploads = new Uploads(
                    spool,
                    stock,
                    pools.quick(),
                    limits,
                    settings.cluster(),
                    InstantSource.system(),
                    settings.pyramid() ? pyramid : ProofUse.NONE);
            edits = new Edits(stock, cache, bytes.levels, InstantSource.system());
            closeLater(new TrashSweep(catalog, edits, settings.trash(), InstantSource.system()))
                    .start();
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /// Levels lie where all nodes see them, or in the cache alone.
    private static Bytes bytes(Settings settings, DataFolder data) throws IOException {
        if (settings.s3().isEmpty()) {
            return new Bytes(FileOriginalStore.open(data.originals()), LevelStore.NONE);
        }
        S3OriginalStore bucket = S3OriginalStore.open(settings.s3().get());
        Breaker breaker = new Breaker("S3");
        return new Bytes(new GuardedOriginalStore(bucket, breaker), new GuardedLevelStore(bucket.levels(), breaker));
    }

    private record Bytes(OriginalStore originals, LevelStore levels) {}

    private RenditionCache cache(Settings settings, DataFolder data) throws IOException {
        RenditionCache opened = RenditionCache.open(
                settings.cache(),
                List.of(data.originals(), data.catalog(), data.spool()),
                settings.cacheLimits(),
                new LinuxDisk());
        return Spare.open(opened.folder())
                .map(spare -> opened.with(closeLater(spare)))
                .orElse(opened);
    }

    private Catalog catalog(Settings settings, DataFolder data) {
        return switch (settings.catalog()) {
            case CatalogRule.Embedded() -> closeLater(H2Catalog.open(data.catalog()));
            case CatalogRule.Couch(CouchAddress server, Duration timeout) ->
                closeLater(CouchCatalog.open(server, CouchNames.USUAL, CouchLimits.ofAnswers(timeout)));
        };
    }

    /// AVIF is made in another process, one picture at a time.
    private RenderPool slow(Settings settings, Path work) {
        ChildEngine child = closeLater(new ChildEngine(new ChildCommand(work, engine.libraryFile())));
        return pool(child, settings, 1);
    }

    private RenderPool pool(PixelEngine pixels, Settings settings, int threads) {
        return closeLater(
                new RenderPool(pixels, RenderLimits.of(threads, settings.renderTimeout(), settings.renderMemory())));
    }

    /// @param work a folder that libvips can be unpacked below
    /// @throws SetupException if the settings do not fit this machine
    static Application open(Settings settings, Path work) {
        try {
            Application application = new Application(settings, work);
            LOG.log(
                    System.Logger.Level.INFO,
                    "huImages is open: data in {0}, originals in {1}, cache in {2}, {3} render threads",
                    settings.data(),
                    settings.s3().map(s3 -> "S3, bucket " + s3.bucket()).orElse("files"),
                    settings.cache(),
                    settings.renderThreads());
            return application;
        } catch (IOException failed) {
            throw new SetupException("HUIMAGES_DATA or HUIMAGES_CACHE cannot be used: " + failed);
        }
    }

    private <T extends AutoCloseable> T closeLater(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            close(opened.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception failed) {
            LOG.log(System.Logger.Level.WARNING, "closing " + part, failed);
        }
    }
}
