package org.huimages.pixel;

import java.time.Duration;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// The off switch of one render. Any thread may cancel; the engine says how the running work is stopped.
public final class RenderControl {
    private Runnable stop = RenderControl::nothing;
    private boolean cancelled;

    /// Stops the work, now or as soon as it begins. May be called again, as an engine can miss a single call.
    public synchronized void cancel() {
        cancelled = true;
        stop.run();
    }

    public synchronized boolean cancelled() {
        return cancelled;
    }

    /// Has `stop` run at each [#cancel] from now on, and at once if that has happened already. It runs under this
    /// control's lock, short and never after [#disarm] has returned.
    public synchronized void arm(Runnable stop) {
        this.stop = stop;
        if (cancelled) {
            stop.run();
        }
    }

    /// From here on [#cancel] touches nothing of the engine's.
    public synchronized void disarm() {
        stop = RenderControl::nothing;
    }

    private static void nothing() {}

    /// @throws FailureException [Failure.Unavailable] if cancelled
    public void check() {
        if (cancelled()) {
            throw timedOut().exception();
        }
    }

    /// What a caller is told of a render that was stopped.
    public static Failure timedOut() {
        return new Failure.Unavailable(
                "the picture was not ready in time (HUIMAGES_RENDER_TIMEOUT)", Duration.ofSeconds(5));
    }
}
