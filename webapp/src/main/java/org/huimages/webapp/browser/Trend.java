package org.huimages.webapp.browser;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/// What was measured during the last hour, again and again. Thread-safe.
public final class Trend implements AutoCloseable {
    static final int MOST = 121;
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Supplier<Sample> source;
    private final Deque<Sample> samples = new ArrayDeque<>();
    private final Thread thread = Thread.ofVirtual().name("huimages-trend").unstarted(this::run);

    public Trend(Supplier<Sample> source) {
        this.source = source;
    }

    /// What is measured.
    ///
    /// @param found pictures that lay in the cache when they were asked for, since the start
    /// @param missed those that did not, since the start
    /// @param waiting renders that wait at this moment
    /// @param fill how full the cache is, 0 to 1
    public record Sample(long found, long missed, int waiting, double fill) {}

    /// Begins to measure.
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            while (true) {
                take();
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException atTheEnd) {
            Thread.currentThread().interrupt();
        }
    }

    /// Measures now.
    synchronized void take() {
        samples.addLast(source.get());
        if (samples.size() > MOST) {
            samples.removeFirst();
        }
    }

    /// What was measured, and what it is now; oldest first.
    synchronized List<Sample> samples() {
        List<Sample> all = new ArrayList<>(samples);
        all.add(source.get());
        return all;
    }

    @Override
    public void close() {
        thread.interrupt();
    }
}
