package org.huimages.rendition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.jspecify.annotations.Nullable;

/// Which renditions took longest to make, and which could not be made at last: a few of each, since the start. What
/// lay in the cache already is none of them. Thread-safe.
public final class MakingLog {
    /// So many of each are remembered.
    public static final int MOST = 20;

    private final InstantSource clock;
    private final Map<RenditionKey, Slow> slow = new LinkedHashMap<>();
    private final SequencedMap<RenditionKey, Failed> failed = new LinkedHashMap<>();

    public MakingLog(InstantSource clock) {
        this.clock = clock;
    }

    /// One that was made.
    ///
    /// @param took from the asking on, fetching and queueing included
    public record Slow(RenditionKey key, Duration took, Instant when) {}

    /// One that could not be made, and was not made since.
    ///
    /// @param took until that was known
    /// @param when it was tried last
    /// @param times how often it was tried
    public record Failed(RenditionKey key, Failure why, Duration took, Instant when, int times) {}

    /// Begins to make it, and remembers what comes of it.
    CompletableFuture<Rendition> timed(RenditionKey key, Supplier<CompletableFuture<Rendition>> making) {
        long start = System.nanoTime();
        return making.get()
                .whenComplete((made, failure) -> note(key, Duration.ofNanos(System.nanoTime() - start), failure));
    }

    synchronized void note(RenditionKey key, Duration took, @Nullable Throwable thrown) {
        if (thrown == null) {
            failed.remove(key);
            slow.put(key, new Slow(key, took, clock.instant()));
            if (slow.size() > MOST) {
                slow.remove(slowest().getLast().key());
            }
        } else if (isOurs(FailureException.of(thrown))) {
            int times = failed.containsKey(key) ? failed.get(key).times() + 1 : 1;
            failed.putFirst(key, new Failed(key, FailureException.of(thrown), took, clock.instant(), times));
            if (failed.size() > MOST) {
                failed.pollLastEntry();
            }
        }
    }

    /// What somebody should not have asked for, or too often, is no trouble of the picture's.
    private static boolean isOurs(Failure failure) {
        return !(failure instanceof Failure.TooMany
                || failure instanceof Failure.UnsupportedType
                || failure instanceof Failure.Gone
                || failure instanceof Failure.Forbidden);
    }

    /// The slowest ones, slowest first.
    public synchronized List<Slow> slowest() {
        return slow.values().stream()
                .sorted(Comparator.comparing(Slow::took).reversed())
                .toList();
    }

    /// Those that failed, the last one first.
    public synchronized List<Failed> failed() {
        return List.copyOf(failed.values());
    }
}
