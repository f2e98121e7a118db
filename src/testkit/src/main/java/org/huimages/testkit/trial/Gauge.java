package org.huimages.testkit.trial;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Time and memory of the steps of one trial.
final class Gauge {
    /// What an allocator and a Java heap may grow by, whatever is done.
    private static final long ALWAYS = 64 << 20;

    private final Duration deadline;
    private long millis;
    private long kilobytes;
    private Optional<String> complaint = Optional.empty();

    Gauge(Duration deadline) {
        this.deadline = deadline;
    }

    /// Takes the step; it is measured however it ends.
    ///
    /// @param promised bytes that it may take
    <T> T of(long promised, Supplier<T> step) {
        PeakMemory memory = PeakMemory.fromNow();
        long start = System.nanoTime();
        try {
            return step.get();
        } finally {
            note(Duration.ofNanos(System.nanoTime() - start));
            note(memory.growth(), (promised + ALWAYS) >> 10);
        }
    }

    private void note(Duration taken) {
        millis = Math.max(millis, taken.toMillis());
        if (taken.compareTo(deadline) > 0) {
            complaint = Optional.of("it took " + taken.toMillis() + " ms");
        }
    }

    private void note(long growth, long allowed) {
        kilobytes = Math.max(kilobytes, growth);
        if (growth > allowed) {
            complaint = Optional.of("it grew by " + growth + " kB where " + allowed + " kB are enough");
        }
    }

    /// What was too slow or too large, if anything was.
    Optional<String> complaint() {
        return complaint;
    }

    /// The longest step.
    long millis() {
        return millis;
    }

    /// By which the process grew at most.
    long kilobytes() {
        return kilobytes;
    }
}
