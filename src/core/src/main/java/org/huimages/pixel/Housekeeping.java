package org.huimages.pixel;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// Has the engine give memory back to the system: when nothing is left to do, and now and then where there always
/// is. Allocators keep what was freed, and the largest burst would stay for ever.
final class Housekeeping {
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final long MANY_RENDERS = 50;

    private final RenderPool pool;
    private final PixelEngine engine;
    private long seen;

    Housekeeping(RenderPool pool, PixelEngine engine) {
        this.pool = pool;
        this.engine = engine;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it ends with its clock
    void start(ScheduledExecutorService clock) {
        clock.scheduleWithFixedDelay(this::look, PERIOD.toMillis(), PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look() {
        long ended = pool.finished() + pool.failed();
        boolean rests = pool.active() == 0 && ended > seen;
        if (rests || ended - seen >= MANY_RENDERS) {
            seen = ended;
            engine.releaseMemory();
        }
    }
}
