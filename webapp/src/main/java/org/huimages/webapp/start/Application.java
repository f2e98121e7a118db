package org.huimages.webapp.start;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.huimages.edit.Echo;
import org.huimages.edit.Edits;
import org.huimages.edit.TrashSweep;
import org.huimages.failure.SetupException;
import org.huimages.job.JobLimits;
import org.huimages.job.Jobs;
import org.huimages.level.LevelStore;
import org.huimages.level.ReadOnlyLevelStore;
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
import org.huimages.store.couch.CouchChanges;
import org.huimages.store.couch.CouchNames;
import org.huimages.store.couch.HeardSoFar;
import org.huimages.store.file.DataFolder;
import org.huimages.store.guard.Breaker;
import org.huimages.store.guard.GuardedLevelStore;
import org.huimages.store.s3.S3OriginalStore;
import org.huimages.upload.ProofUse;
import org.huimages.upload.Spool;
import org.huimages.upload.Uploads;
import org.huimages.vips.LinuxDisk;
import org.huimages.vips.VipsEngine;
import org.huimages.vips.child.ChildCommand;
import org.huimages.vips.child.ChildEngine;
import org.huimages.webapp.picture.Deliveries;
import org.huimages.webapp.settings.CatalogRule;
import org.huimages.webapp.settings.Settings;

/// The parts, opened in order and put together. Whatever was opened is closed again in reverse order, after a
/// failed start too.
final class Application implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Application.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(2);

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
    final Deliveries deliveries = new Deliveries();
    final Warmer warmer;
    final Uploads uploads;
    final Edits edits;
    final Jobs jobs;

    private Application(Settings settings, Path work) throws IOException {
        try {
            DataFolder data = closeLater(DataFolder.open(settings.data()));
            Meanwhile<VipsEngine> libvips = closeLater(Meanwhile.open(() -> VipsEngine.open(settings.libvips(), work)));
            closeLater(Meanwhile.open(() -> Stores.load(settings)));
            cache = cache(settings, data);
            closeLater(cache.keep());
            Stores.Opened stores = new Stores(settings, data, this::closeLater).open();
            stock = stores.stock();
            LevelStore levelStore = levelStore(settings);
            spool = Spool.open(data.spool(), settings.maxBytes());
            engine = libvips.opened();
            PixelLimits limits = new PixelLimits(settings.maxPixels(), settings.maxEdge());
            pools = new RenderPools(pool(engine, settings, settings.renderThreads()), slow(settings, work));
            pyramid = new Pyramid(cache, stock, levelStore, pools, limits);
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
            edits = new Edits(stock, cache, levelStore, InstantSource.system());
            if (!settings.readOnly()) {
                closeLater(new TrashSweep(stock.catalog(), edits, settings.trash(), InstantSource.system()))
                        .start();
            }
            if (settings.catalog() instanceof CatalogRule.Couch(CouchAddress server, Duration _)) {
                follow(server, data);
            }
            jobs = closeLater(Jobs.open(
                    data.path().resolve("jobs"),
                    new JobKinds(settings, data, stores, pyramid).all(),
                    JobLimits.USUAL,
                    pools::isAskedFor,
                    InstantSource.system()));
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /// Levels lie where all nodes see them, or in the cache alone.
    private LevelStore levelStore(Settings settings) {
        if (settings.s3().isEmpty()) {
            return LevelStore.NONE;
        }
        S3OriginalStore bucket = closeLater(S3OriginalStore.open(settings.s3().get()));
        LevelStore guarded = new GuardedLevelStore(bucket.levels(), new Breaker("S3, for levels,"));
        return settings.readOnly() ? new ReadOnlyLevelStore(guarded) : guarded;
    }

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

    /// What was deleted elsewhere while we were not there is gone before anything is served, if CouchDB answers.
    private void follow(CouchAddress server, DataFolder data) {
        Echo echo = new Echo(stock, cache);
        HeardSoFar heard = HeardSoFar.in(data.path(), server, CouchNames.USUAL);
        String start = heard.orElse(cache.isEmpty() ? "now" : "0");
        CouchChanges changes = closeLater(CouchChanges.follow(server, CouchNames.USUAL, start, (ids, since) -> {
            echo.changed(ids);
            heard.keep(since);
        }));
        try {
            changes.awaitCurrent(PATIENCE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
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

    <T extends AutoCloseable> T closeLater(T part) {
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
