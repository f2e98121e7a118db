package org.huimages.pixel;

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
import java.util.concurrent.atomic.LongAdder;
import org.huimages.failure.Failure;
import org.huimages.file.Leftovers;

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
    private final Set<Job> jobs = ConcurrentHashMap.newKeySet();

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
        Job job = new Job(source, plan, target);
        try {
            job.start();
        } catch (RejectedExecutionException fullOrClosed) {
            job.end(new Failure.Unavailable("too many pictures are being made", Duration.ofSeconds(5))
                    .exception(fullOrClosed));
        }
        return job.answer;
    }

    /// One render, from the asking to the end of its work.
    private final class Job implements Runnable {
        private final Path source;
        private final RenditionPlan plan;
        private final Path target;
        private final RenderControl control = new RenderControl();
        private final CompletableFuture<Void> answer = new CompletableFuture<>();
        private Future<?> watch = CompletableFuture.completedFuture(null);

        private Job(Path source, RenditionPlan plan, Path target) {
            this.source = source;
            this.plan = plan;
            this.target = target;
        }

        private void start() {
            jobs.add(this);
            watch = watchdog.scheduleWithFixedDelay(
                    this::stop, timeout.toMillis(), STOP_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
            workers.execute(this);
        }

        @Override
        public void run() {
            try {
                control.check();
                engine.render(source, plan, target, control);
                finished.increment();
                if (!answer.complete(null)) {
                    Leftovers.discard(target); // finished, but too late: nobody would ever publish or remove it
                }
                end();
            } catch (RuntimeException | Error thrown) {
                failed.increment();
                end(thrown);
            }
        }

        /// Answers, and has the work stopped. To be called again until it has ended. What still waits leaves the
        /// queue to those who have time.
        private void stop() {
            if (workers.remove(this)) {
                failed.increment();
                end(RenderControl.timedOut().exception());
            } else {
                answer.completeExceptionally(RenderControl.timedOut().exception());
                control.cancel();
            }
        }

        private void end(Throwable thrown) {
            answer.completeExceptionally(thrown);
            end();
        }

        private void end() {
            jobs.remove(this);
            watch.cancel(false);
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

    /// Answers and stops whatever is under way or waiting, and returns when no thread of this pool runs any more,
    /// or after ten seconds.
    @Override
    public void close() {
        workers.shutdown();
        long end = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
        do {
            jobs.forEach(Job::stop);
        } while (!terminated() && System.nanoTime() < end);
        watchdog.shutdownNow();
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
