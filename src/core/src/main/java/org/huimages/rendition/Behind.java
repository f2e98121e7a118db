package org.huimages.rendition;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.huimages.pixel.RenderPools;

/// Does things one after the other, and each only while nobody waits for a picture. Thread-safe.
///
/// What it does is never interrupted, since an interrupt would close the file of the catalog.
///
/// @param <K> what is to be done; the same is not to be done twice
/// @param <V> what is needed for it
final class Behind<K, V> implements AutoCloseable {
    /// So many may wait; it is no loss if more are forgotten.
    private static final int MOST = 1000;

    private static final Duration LOOK = Duration.ofMillis(20);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final RenderPools pools;
    private final Work<K, V> work;
    private final Consumer<V> forgotten;
    private final LinkedHashMap<K, V> waiting = new LinkedHashMap<>();
    private final Thread thread;
    private boolean closed;
    private boolean atWork;

    /// @param forgotten gets what was offered and will not be done
    Behind(String name, RenderPools pools, Work<K, V> work, Consumer<V> forgotten) {
        this.pools = pools;
        this.work = work;
        this.forgotten = forgotten;
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// To be done some time, unless too much is waiting already, or the same.
    void offer(K key, V value) {
        if (!isTaken(key, value)) {
            forgotten.accept(value);
        }
    }

    private synchronized boolean isTaken(K key, V value) {
        boolean fits = !closed && waiting.size() < MOST && waiting.putIfAbsent(key, value) == null;
        notifyAll();
        return fits;
    }

    private void run() {
        try {
            for (Optional<Map.Entry<K, V>> next = next(); next.isPresent(); next = next()) {
                work.run(next.get().getKey(), next.get().getValue());
            }
        } catch (InterruptedException atTheEnd) {
            Thread.currentThread().interrupt();
        }
    }

    /// Waits for something to do, and for a moment to do it in; empty at the end.
    private synchronized Optional<Map.Entry<K, V>> next() throws InterruptedException {
        atWork = false;
        notifyAll();
        while (!closed && (waiting.isEmpty() || pools.isAskedFor())) {
            wait(waiting.isEmpty() ? 0 : LOOK.toMillis());
        }
        atWork = !closed;
        return closed ? Optional.empty() : Optional.of(waiting.pollFirstEntry());
    }

    /// How much is still to be done, with what is being done.
    synchronized int left() {
        return waiting.size() + (atWork ? 1 : 0);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            waiting.values().forEach(forgotten);
            waiting.clear();
            notifyAll();
        }
        try {
            thread.join(PATIENCE_AT_CLOSE);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /// What is done.
    @FunctionalInterface
    interface Work<K, V> {
        void run(K key, V value);
    }
}
