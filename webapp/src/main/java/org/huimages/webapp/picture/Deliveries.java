package org.huimages.webapp.picture;

import java.util.concurrent.atomic.LongAdder;

/// How many pictures were asked for here, and how many of them lay in the cache. What a proxy sends from disk itself
/// never comes here. Thread-safe.
public final class Deliveries {
    private final LongAdder found = new LongAdder();
    private final LongAdder missed = new LongAdder();

    void found() {
        found.increment();
    }

    void missed() {
        missed.increment();
    }

    /// Those that lay in the cache, since the start.
    public long foundSoFar() {
        return found.sum();
    }

    /// Those that did not, since the start, whatever became of them.
    public long missedSoFar() {
        return missed.sum();
    }
}
