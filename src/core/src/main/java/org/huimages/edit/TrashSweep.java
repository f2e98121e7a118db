package org.huimages.edit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.FailureException;
import org.huimages.thread.OwnThreads;

/// Erases what has lain in the trash long enough: at the start and every hour.
public final class TrashSweep implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(TrashSweep.class.getName());
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);
    private static final int PAGE = 100;

    private final Catalog catalog;
    private final Edits edits;
    private final Duration kept;
    private final InstantSource clock;
    private final OwnThreads threads = new OwnThreads("huimages-trash");
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads);

    /// @param kept how long a deleted picture can be restored (`HUIMAGES_TRASH_DAYS`)
    public TrashSweep(Catalog catalog, Edits edits, Duration kept, InstantSource clock) {
        this.catalog = catalog;
        this.edits = edits;
        this.kept = kept;
        this.clock = clock;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // failures are logged there, and the end comes with the timer
    public void start() {
        timer.scheduleWithFixedDelay(this::sweepAndLog, 0, PERIOD.toSeconds(), TimeUnit.SECONDS);
    }

    /// A failure is for the next time: nothing is lost but disk space.
    private void sweepAndLog() {
        try {
            int erased = sweep();
            if (erased > 0) {
                LOG.log(System.Logger.Level.INFO, "{0} pictures were erased from the trash", erased);
            }
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.WARNING, "the trash cannot be emptied: {0}", failed.toString());
        }
    }

    /// Erases what is due now.
    ///
    /// @return how many pictures
    int sweep() {
        Instant end = clock.instant().minus(kept);
        int erased = 0;
        String after = "";
        List<ImageDocument> page = catalog.deleted(after, PAGE);
        while (!page.isEmpty()) {
            erased +=
                    (int) page.stream().filter(document -> erase(document, end)).count();
            after = page.getLast().id().text();
            page = catalog.deleted(after, PAGE);
        }
        return erased;
    }

    private boolean erase(ImageDocument document, Instant end) {
        try {
            return edits.purgeExpired(document.id(), end);
        } catch (FailureException failed) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be erased: {1}", document.id(), failed.getMessage());
            return false;
        }
    }

    @Override
    public void close() {
        threads.end(timer, PATIENCE_AT_END);
    }
}
