package org.huimages.keeper;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huimages.thread.OwnThreads;

/// Has the keeper do his work in the background: make room as soon as some is needed and every ten seconds, write
/// down the totals every minute, and count after a halt and once a day.
public final class KeeperTimer implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(KeeperTimer.class.getName());
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Duration SAVE = Duration.ofMinutes(1);
    private static final Duration COUNT = Duration.ofDays(1);
    private static final Duration RECOUNT = Duration.ofMinutes(1);
    private static final Duration PATIENCE_AT_END = Duration.ofSeconds(5);

    private final CacheKeeper keeper;
    private final Runnable chores;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean full = new AtomicBoolean();
    private final OwnThreads roomThread = new OwnThreads("huimages-cache-room");
    private final OwnThreads countThread = new OwnThreads("huimages-cache-count");
    private final ScheduledExecutorService room = Executors.newSingleThreadScheduledExecutor(roomThread);
    private final ScheduledExecutorService count = Executors.newSingleThreadScheduledExecutor(countThread);

    /// @param keeper is closed with the timer
    /// @param chores what else is to be done every minute
    public KeeperTimer(CacheKeeper keeper, Runnable chores) {
        this.keeper = keeper;
        this.chores = chores;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // failures are logged there, and the end comes with the timer
    public void start() {
        keeper.whenNeeded(this::ask);
        room.scheduleWithFixedDelay(logged(this::keep), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
        room.scheduleWithFixedDelay(logged(this::save), SAVE.toMillis(), SAVE.toMillis(), TimeUnit.MILLISECONDS);
        count.scheduleWithFixedDelay(logged(this::countIfDue), 0, SAVE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void ask() {
        if (asked.compareAndSet(false, true)) {
            try {
                room.execute(logged(this::keep));
            } catch (RejectedExecutionException atTheEnd) {
                // the cache is being closed
            }
        }
    }

    private void keep() {
        asked.set(false);
        boolean enough = keeper.keep();
        if (!enough && keeper.isCountDue(keeper.now().minus(RECOUNT))) {
            count.execute(logged(this::count)); // perhaps the books are wrong, as somebody has removed files
        }
        if (full.getAndSet(!enough) == enough) {
            LOG.log(
                    enough ? System.Logger.Level.INFO : System.Logger.Level.WARNING,
                    enough
                            ? "the cache has room again"
                            : "the cache has no room (HUIMAGES_CACHE_MAX, HUIMAGES_CACHE_MIN_FREE) and nothing that"
                                    + " could go: pictures are made, sent, and not kept");
        }
    }

    private void save() {
        keeper.save(false);
        chores.run();
    }

    private void countIfDue() {
        if (keeper.isCountDue(keeper.now().minus(COUNT))) {
            count();
        }
    }

    private void count() {
        try {
            Use wrong = keeper.recount(Recount.Pace.SLOW);
            CacheReport report = keeper.report();
            LOG.log(
                    System.Logger.Level.INFO,
                    "the cache was counted: {0} files, {1} bytes; the books were wrong by {2} and {3}",
                    report.files(),
                    report.bytes(),
                    wrong.files(),
                    wrong.bytes());
        } catch (InterruptedException atTheEnd) {
            Thread.currentThread().interrupt();
        }
    }

    private static Runnable logged(Runnable work) {
        return () -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.log(System.Logger.Level.WARNING, "the cache cannot be kept", failed);
            }
        };
    }

    @Override
    public void close() {
        count.shutdownNow();
        roomThread.end(room, PATIENCE_AT_END);
        countThread.end(count, PATIENCE_AT_END);
        keeper.close();
    }
}
