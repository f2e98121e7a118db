package org.huimages.keeper;

import java.nio.file.Path;
import java.util.List;

/// Counts what lies in the cache, slowly, while it goes on being used.
final class Recount {
    /// Of a prefix that is changed all the time the last count is taken as it is.
    private static final int TRIES = 8;

    private final CacheTree tree;
    private final Ledger ledger;
    private final Pace pace;

    Recount(CacheTree tree, Ledger ledger, Pace pace) {
        this.tree = tree;
        this.ledger = ledger;
        this.pace = pace;
    }

    /// What is done after each prefix, so that others get to the disk too.
    @FunctionalInterface
    interface Pace {
        /// Sleeps three times as long as the work took.
        Pace SLOW = nanos -> Thread.sleep(nanos * 3 / 1_000_000 + 1);

        Pace FULL_SPEED = nanos -> {};

        void rest(long nanos) throws InterruptedException;
    }

    /// @return by how much the books were wrong
    Use run() throws InterruptedException {
        ledger.startCount();
        boolean whole = false;
        try {
            for (int prefix = 0; prefix < Prefixes.COUNT; prefix++) {
                long start = System.nanoTime();
                count(prefix);
                pace.rest(System.nanoTime() - start);
            }
            whole = true;
        } finally {
            if (!whole) {
                ledger.endCount(false);
            }
        }
        return ledger.endCount(true);
    }

    private void count(int prefix) throws InterruptedException {
        for (int attempt = 1; attempt < TRIES; attempt++) {
            int version = ledger.version(prefix);
            if (version >= 0 && ledger.counted(prefix, version, found(prefix))) {
                return;
            }
            Thread.sleep(attempt);
        }
        ledger.countedRoughly(prefix, found(prefix));
    }

    private Use found(int prefix) throws InterruptedException {
        Path folder = tree.prefix(prefix);
        List<Path> pictures = tree.pictures(folder, Integer.MAX_VALUE);
        Use found = new Use(tree.bytesOfFolder(folder), 0);
        for (Path picture : pictures) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            found = found.plus(tree.use(picture));
        }
        return found;
    }
}
