package org.huimages.vips.child;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.jspecify.annotations.Nullable;

/// An engine in one other process, which lives long and is killed when a render has to stop: the AVIF encoder
/// hears nothing. It is started when it is first needed, and again after it was killed or has crashed.
///
/// One picture at a time: further callers wait for their turn.
public final class ChildEngine implements PixelEngine, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(ChildEngine.class.getName());
    private static final Duration TRY_AGAIN = Duration.ofSeconds(30);

    private final ChildCommand command;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Child child;
    private volatile boolean closed;

    public ChildEngine(ChildCommand command) {
        this.command = command;
    }

    @Override
    public void render(Path source, RenditionPlan plan, Path target, RenderControl control) {
        Message.Render request = new Message.Render(source.toString(), plan, target.toString());
        turn.lock();
        try {
            control.check();
            Failure failure = ask(request, control).failure();
            if (failure != null) {
                throw failure.exception();
            }
        } catch (IOException ended) {
            end();
            Leftovers.discard(target);
            throw ended(control, ended);
        } finally {
            turn.unlock();
        }
    }

    private Message.Answer ask(Message.Render request, RenderControl control) throws IOException {
        Child running = running();
        control.arm(running::kill);
        try {
            return running.ask(request);
        } finally {
            control.disarm();
        }
    }

    private Child running() throws IOException {
        Child known = child;
        if (known != null && known.isAlive()) {
            return known;
        }
        if (closed) {
            throw new IOException("closed");
        }
        Child started = new Child(command.build().start());
        child = started;
        return started;
    }

    private static FailureException ended(RenderControl control, IOException ended) {
        if (control.cancelled()) {
            return RenderControl.timedOut().exception(ended);
        }
        LOG.log(System.Logger.Level.WARNING, "the process that makes AVIF has ended: {0}", ended);
        return new Failure.Unavailable("pictures of this kind cannot be made now", TRY_AGAIN).exception(ended);
    }

    private void end() {
        Child known = child;
        child = null;
        if (known != null) {
            known.end();
        }
    }

    @Override
    public void adoptThread() {
        // it only waits
    }

    @Override
    public void releaseThread() {
        // nothing is kept
    }

    /// The child does so by itself, after each picture.
    @Override
    public void releaseMemory() {
        // nothing is kept here
    }

    /// Ends the child. A render under way fails.
    @Override
    public void close() {
        closed = true;
        end();
    }
}
