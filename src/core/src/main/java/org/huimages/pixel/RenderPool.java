package org.huimages.pixel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.huimages.failure.Failure;
import org.jspecify.annotations.Nullable;

/// A few platform threads on which all pixel work runs: a native call would pin a virtual thread to its carrier.
///
/// The queue is bounded, and so is the time: past its deadline, which counts from the asking, a render is answered
/// with [Failure.Unavailable] and really stopped. Its thread is free again when the native call has returned.
public final class RenderPool implements AutoCloseable {
    private static final int QUEUE = 256;
    private static final Duration STOP_AGAIN = Duration.ofMillis(20);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final PixelEngine engine;
    private final Duration timeout;
    private final ThreadPoolExecutor workers;
    private final ScheduledExecutorService watchdog;
    private final LongAdder finished = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Set<Job> unanswered = ConcurrentHashMap.newKeySet();

    /// @param timeout for one render, waiting in the queue included
    public RenderPool(PixelEngine engine, int threads, Duration timeout) {
        this.engine = engine;
        this.timeout = timeout;
        this.workers = new ThreadPoolExecutor(
                threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), workerThreads());
        this.watchdog = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("huimages-watchdog").daemon().factory());
    }

    private ThreadFactory workerThreads() {
        ThreadFactory named = Thread.ofPlatform().name("huimages-render-", 1).factory();
        return worker -> named.newThread(() -> {
            try {
                worker.run();
            } finally {
                engine.releaseThread();
            }
        });
    }

    /// Has the plan carried out. Completes when `target` is there; completes exceptionally, at the deadline at the
    /// latest, when it is not and will not be.
    public CompletableFuture<Void> render(Path source, RenditionPlan plan, Path target) {
        Job job = new Job(target, control -> engine.render(source, plan, target, control));
        unanswered.add(job);
        job.watch();
        try {
            workers.execute(job);
        } catch (RejectedExecutionException full) {
            job.fail(
                    new Failure.Unavailable("too many pictures are being made", Duration.ofSeconds(5)).exception(full));
        }
        return job.answer;
    }

    /// One render, from the asking to the answer and to the end of its work, which may be later.
    private final class Job implements Runnable {
        private final Path target;
        private final Consumer<RenderControl> work;
        private final RenderControl control = new RenderControl();
        private final CompletableFuture<Void> answer = new CompletableFuture<>();
        private final AtomicReference<@Nullable Future<?>> watch = new AtomicReference<>();

        Job(Path target, Consumer<RenderControl> work) {
            this.target = target;
            this.work = work;
        }

        /// From the deadline on: answered, out of the queue, and stopped, again and again until it is.
        void watch() {
            watch.set(watchdog.scheduleWithFixedDelay(
                    this::expire, timeout.toMillis(), STOP_AGAIN.toMillis(), TimeUnit.MILLISECONDS));
        }

        private void expire() {
            if (workers.remove(this)) {
                fail(RenderControl.timedOut().exception());
            } else {
                answer.completeExceptionally(RenderControl.timedOut().exception());
                control.cancel();
            }
        }

        @Override
        public void run() {
            try {
                control.check();
                work.accept(control);
                succeed();
            } catch (RuntimeException | Error thrown) {
                fail(thrown);
            }
        }

        private void succeed() {
            finished.increment();
            end();
            if (!answer.complete(null)) {
                discard(target);
            }
        }

        private void fail(Throwable thrown) {
            failed.increment();
            end();
            answer.completeExceptionally(thrown);
        }

        private void end() {
            unanswered.remove(this);
            Future<?> watching = watch.get();
            if (watching != null) {
                watching.cancel(false);
            }
        }

        void stop() {
            control.cancel();
        }
    }

    /// Finished, but too late: nobody would ever publish or remove it.
    private static void discard(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException leftForTheSweepAtStart) {
            // nothing to add
        }
    }

    /// Renders that were done, since this pool was made.
    public long finished() {
        return finished.sum();
    }

    /// Renders that failed, were stopped or came too late to begin, since this pool was made.
    public long failed() {
        return failed.sum();
    }

    /// Renders under way.
    public int active() {
        return workers.getActiveCount();
    }

    /// Renders waiting for a thread.
    public int queued() {
        return workers.getQueue().size();
    }

    /// Stops what is under way, answers what waits, and returns when no thread of this pool runs any more, or
    /// after ten seconds.
    @Override
    public void close() {
        workers.shutdownNow();
        long end = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
        while (!terminated() && System.nanoTime() < end) {
            unanswered.forEach(Job::stop);
        }
        watchdog.shutdownNow();
        Failure closed = new Failure.Unavailable("the server is stopping", Duration.ofSeconds(5));
        unanswered.forEach(job -> job.fail(closed.exception()));
    }

    private boolean terminated() {
        try {
            return workers.awaitTermination(STOP_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
