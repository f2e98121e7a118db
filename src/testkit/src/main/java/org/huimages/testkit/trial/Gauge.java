package org.huimages.testkit.trial;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/// Time and memory of the steps of one trial.
final class Gauge {
    /// What comes on top of every promise: pages that an allocator has not given back, code that is loaded or
    /// compiled meanwhile. With all of the heap there from the start it is less than a megabyte for small pictures;
    /// `target/hostile.tsv` and `target/fuzz/*.txt` tell the most that was.
    private static final long ALWAYS = 16 << 20;

    private final Duration deadline;
    private final Runnable settle;
    private long millis;
    private long kilobytes;
    private long excess;
    private Optional<String> complaint = Optional.empty();

    /// @param settle gives back what is not in use, so that what is used again counts again
    Gauge(Duration deadline, Runnable settle) {
        this.deadline = deadline;
        this.settle = settle;
    }

    /// Takes the step; it is measured however it ends.
    ///
    /// @param promised bytes that it may take
    <T> T of(long promised, Supplier<T> step) {
        settle.run();
        PeakMemory memory = PeakMemory.fromNow();
        long start = System.nanoTime();
        try {
            return step.get();
        } finally {
            note(Duration.ofNanos(System.nanoTime() - start));
            note(memory.growth(), promised);
        }
    }

    private void note(Duration taken) {
        millis = Math.max(millis, taken.toMillis());
        if (taken.compareTo(deadline) > 0) {
            complaint = Optional.of("it took " + taken.toMillis() + " ms");
        }
    }

    private void note(long growth, long promised) {
        kilobytes = Math.max(kilobytes, growth);
        excess = Math.max(excess, growth - (promised >> 10));
        if (growth > (promised + ALWAYS) >> 10) {
            complaint = Optional.of("it grew by " + growth + " kB where " + (promised >> 10) + " kB were promised");
        }
    }

    /// What was too slow or too large, if anything was.
    Optional<String> complaint() {
        return complaint;
    }

    /// Of the longest step, and by which the process grew at most.
    Verdict verdict(Verdict.Kind kind, String detail) {
        return new Verdict(kind, millis, kilobytes, excess, detail);
    }
}
