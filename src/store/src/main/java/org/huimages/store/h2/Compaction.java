package org.huimages.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.huimages.failure.FailureException;
import org.huimages.thread.OwnThreads;

/// Keeps the database file from growing without need.
///
/// A commit writes the pages that it has changed, whole, as one piece at a free place of the file. The place is free
/// again when no page of the piece is current any more; one page that nobody changes again holds all of it. H2 has a
/// thread that gathers such pages into new pieces, but not with `WRITE_DELAY=0`: without this class the file grew by
/// 50 kB with each picture saved and marked, which themselves are 3 kB.
final class Compaction implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Compaction.class.getName());
    private static final Duration PERIOD = Duration.ofSeconds(1);

    /// Percent of the pieces that should be current.
    static final int FILLED = 50;

    /// How many bytes of pages are gathered at once; nobody can commit meanwhile.
    private static final int STEP = 1 << 20;

    private static final int STEPS = 10;

    /// On a disk with less room nothing is gathered: a write that fails would close the database, which can still be
    /// read.
    private static final long ROOM = 100L << 20;

    private final Transactions transactions;
    private final OwnThreads threads = new OwnThreads("huimages-catalog-compaction");
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(threads);

    Compaction(Transactions transactions) {
        this.transactions = transactions;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // failures are logged there, and the end comes with the timer
    void start() {
        timer.scheduleWithFixedDelay(this::runOrTryLater, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void runOrTryLater() {
        try {
            run();
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.DEBUG, "the catalog is not compacted now: {0}", failed.toString());
        }
    }

    /// Gathers some of the pages that stand alone.
    ///
    /// @throws FailureException if the database cannot be reached
    void run() {
        transactions.maintain(connection -> {
            try {
                return gather(FileHeader.store(connection));
            } catch (IOException unknown) {
                throw new SQLException(unknown);
            }
        });
    }

    private static boolean gather(MVStore store) throws IOException, SQLException {
        return Files.getFileStore(Path.of(store.getFileStore().getFileName())).getUsableSpace() >= ROOM
                && compact(store);
    }

    /// What is gathered has to be on the disk before the places where it was are written over.
    private static boolean compact(MVStore store) throws SQLException {
        boolean gathered = false;
        for (int step = 0; step < STEPS && store.compact(FILLED, STEP); step++) {
            store.commit();
            FileHeader.write(store);
            store.sync();
            gathered = true;
        }
        return gathered;
    }

    /// Waits for a step that is under way.
    @Override
    public void close() {
        timer.close();
        threads.end(timer, PERIOD);
    }
}
