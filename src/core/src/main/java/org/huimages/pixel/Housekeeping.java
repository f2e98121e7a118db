package org.huimages.pixel;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Has the engine give memory back to the system: when nothing has been done for a while, and now and then where there
/// always is something to do. Allocators keep what was freed, and the largest burst would stay for ever.
///
/// Not in a short pause between two pictures: the next would have to ask for all of it again.
final class Housekeeping {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final long MANY_RENDERS = 50;

    private final RenderPool pool;
    private final PixelEngine engine;
    private long seen;
    private long released;

    Housekeeping(RenderPool pool, PixelEngine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its clock
    void start(ScheduledExecutorService clock) {
        clock.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// To be called once a period.
    void look() {
        long ended = pool.finished() + pool.failed();
        boolean rests = pool.active() == 0 && ended == seen;
        seen = ended;
        if ((rests && ended > released) || ended - released >= MANY_RENDERS) {
            released = ended;
            engine.releaseMemory();
        }
    }
}
