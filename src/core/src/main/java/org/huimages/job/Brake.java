package org.huimages.job;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Where a job waits, and hears that it is to end. Threads at work on stores are not interrupted: an interrupt would
/// close the file of the catalog.
final class Brake {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration LONGEST_COURTESY = Duration.ofSeconds(1);

    private boolean pulled;

    synchronized void pull() {
        pulled = true;
        notifyAll();
    }

    synchronized boolean isPulled() {
        return pulled;
    }

    /// @throws InterruptedException if the job is to end, at once
    synchronized void rest(Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        for (long left = time.toNanos(); left > 0 && !pulled; left = end - System.nanoTime()) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        if (pulled) {
            throw new InterruptedException("the job is to end");
        }
    }

    /// Waits while others are busy, but for a second at most: where they always are it goes on slowly.
    void giveWay(BooleanSupplier busy) throws InterruptedException {
        long start = System.nanoTime();
        while (busy.getAsBoolean() && System.nanoTime() - start < LONGEST_COURTESY.toNanos()) {
            rest(LOOK);
        }
    }
}
