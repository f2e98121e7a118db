package org.huimages.webapp.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;

/// An engine whose renders take as long as the test wants, and are the text of their plan.
final class GatedEngine implements PixelEngine {
    final AtomicInteger rendered = new AtomicInteger();
    final Semaphore gate = new Semaphore(0);

    /// Lets all renders through.
    void open() {
        gate.release(1_000_000);
    }

    @Override
    public void render(Path source, RenditionPlan plan, Path target, RenderControl control) {
        rendered.incrementAndGet();
        control.arm(gate::release);
        gate.acquireUninterruptibly();
        control.disarm();
        control.check();
        try {
            Files.writeString(target, plan.toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void adoptThread() {
        // nothing to prepare
    }

    @Override
    public void releaseThread() {
        // nothing is kept
    }

    @Override
    public void releaseMemory() {
        // nothing is kept
    }
}
