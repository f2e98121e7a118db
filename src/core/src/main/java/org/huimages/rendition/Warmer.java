package org.huimages.rendition;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.huimages.pixel.RenderPools;

/// Makes renditions before anybody asks for them: one at a time, and only while nobody waits for another.
public final class Warmer implements AutoCloseable {
    /// So many may wait.
    public static final int MOST = 1000;

    private static final Viewer NOBODY = new Viewer("warm-up", false);
    private static final long LOOK_MILLIS = 50;

    private final Renditions renditions;
    private final RenderPools pools;
    private final BlockingQueue<RenditionKey> waiting = new LinkedBlockingQueue<>(MOST);
    private final AtomicLong made = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final Thread thread = Thread.ofVirtual().name("huimages-warmer").unstarted(this::run);

    public Warmer(Renditions renditions, RenderPools pools) {
        this.renditions = renditions;
        this.pools = pools;
    }

    public Warmer started() {
        thread.start();
        return this;
    }

    /// Takes all of them, or none if they would be too many.
    ///
    /// @return whether they were taken
    public synchronized boolean offer(List<RenditionKey> keys) {
        boolean fits = keys.size() <= waiting.remainingCapacity();
        if (fits) {
            waiting.addAll(keys);
        }
        return fits;
    }

    private void run() {
        try {
            while (true) {
                make(waiting.take());
            }
        } catch (InterruptedException atTheEnd) {
            waiting.clear();
        }
    }

    private void make(RenditionKey key) throws InterruptedException {
        while (pools.isAskedFor()) {
            Thread.sleep(LOOK_MILLIS);
        }
        try {
            Rendition rendition = renditions.make(key, NOBODY).get();
            rendition.discard();
            (rendition instanceof Rendition.Ready ? made : failed).incrementAndGet();
        } catch (ExecutionException refused) {
            failed.incrementAndGet();
        }
    }

    public Progress progress() {
        return new Progress(waiting.size(), made.get(), failed.get());
    }

    /// Since the start.
    ///
    /// @param waiting not made yet, without the one that is being made
    /// @param made that were there or are there now
    /// @param failed that cannot be made, or were not kept
    public record Progress(long waiting, long made, long failed) {}

    @Override
    public void close() {
        thread.interrupt();
    }
}
