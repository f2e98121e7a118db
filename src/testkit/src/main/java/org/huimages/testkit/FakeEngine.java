package org.huimages.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.failure.FailureException;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;

/// An engine without pixels: the file that it makes is the text of the plan. What it does can be changed, and it
/// remembers what it was asked.
public final class FakeEngine implements PixelEngine {
    private final List<RenditionPlan> plans = new CopyOnWriteArrayList<>();
    private final List<Path> sources = new CopyOnWriteArrayList<>();
    private final List<Thread> adopted = new CopyOnWriteArrayList<>();
    private final AtomicInteger memoryReleases = new AtomicInteger();
    private final List<Thread> released = new CopyOnWriteArrayList<>();
    private volatile Work work = FakeEngine::write;

    /// From now on each render is this.
    public void does(Work newWork) {
        work = newWork;
    }

    @Override
    public void render(Path source, RenditionPlan plan, Path target, RenderControl control) {
        plans.add(plan);
        sources.add(source);
        work.render(plan, target, control);
    }

    @Override
    public void adoptThread() {
        adopted.add(Thread.currentThread());
    }

    @Override
    public void releaseThread() {
        released.add(Thread.currentThread());
    }

    @Override
    public void releaseMemory() {
        memoryReleases.incrementAndGet();
    }

    /// The plans that renders were begun for.
    public List<RenditionPlan> plans() {
        return List.copyOf(plans);
    }

    /// What they were begun from.
    public List<Path> sources() {
        return List.copyOf(sources);
    }

    /// The threads that were made ready.
    public List<Thread> adopted() {
        return List.copyOf(adopted);
    }

    /// How often memory was to be given back.
    public int memoryReleases() {
        return memoryReleases.get();
    }

    /// The threads that said goodbye.
    public List<Thread> released() {
        return List.copyOf(released);
    }

    /// The ordinary work: a file with the text of the plan.
    public static void write(RenditionPlan plan, Path target, RenderControl control) {
        try {
            Files.writeString(target, plan.toString());
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
    }

    /// Work that never ends, and stops when it is told so, as often as it takes.
    ///
    /// @param stops how often it has to be told
    public static Work untilStopped(int stops) {
        return (plan, target, control) -> {
            CountDownLatch left = new CountDownLatch(stops);
            control.arm(left::countDown);
            await(left);
            control.disarm();
            throw RenderControl.timedOut().exception();
        };
    }

    /// Work that hears nothing, and is done when the latch is down.
    public static Work deafUntil(CountDownLatch done) {
        return (plan, target, control) -> {
            await(done);
            write(plan, target, control);
        };
    }

    /// Waits for the latch, up to a minute, whatever happens to the thread meanwhile.
    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(1, TimeUnit.MINUTES)) {
                throw new AssertionError("nobody came");
            }
        } catch (InterruptedException ignoredAsNativeCodeDoes) {
            await(latch);
        }
    }

    /// One render.
    @FunctionalInterface
    public interface Work {
        void render(RenditionPlan plan, Path target, RenderControl control);
    }
}
