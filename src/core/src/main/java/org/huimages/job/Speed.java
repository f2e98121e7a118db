package org.huimages.job;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// How fast a phase goes, and how fast it may.
final class Speed {
    private static final double NANOS = 1e9;

    private final OptionalInt limit;
    private long start = System.nanoTime();
    private long items;
    private long next = System.nanoTime();

    /// @param limit items a second
    Speed(OptionalInt limit) {
        this.limit = limit;
    }

    synchronized void restart() {
        start = System.nanoTime();
        items = 0;
    }

    synchronized void passed() {
        items++;
    }

    /// Items a second since the (re)start.
    synchronized OptionalDouble rate() {
        double seconds = (System.nanoTime() - start) / NANOS;
        return items == 0 || seconds <= 0 ? OptionalDouble.empty() : OptionalDouble.of(items / seconds);
    }

    /// How long the next item has to wait. Time that was lost is not made up for by a rush.
    synchronized Duration due() {
        if (limit.isEmpty()) {
            return Duration.ZERO;
        }
        long now = System.nanoTime();
        long turn = Math.max(next, now);
        next = turn + (long) (NANOS / limit.getAsInt());
        return Duration.ofNanos(turn - now);
    }
}
