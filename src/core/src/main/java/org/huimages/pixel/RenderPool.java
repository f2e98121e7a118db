package org.huimages.pixel;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.file.Leftovers;
import org.huimages.pixel.Admission.Turn;
import org.huimages.thread.OwnThreads;

/// A few platform threads on which all pixel work runs: a native call would pin a virtual thread to its carrier.
///
/// The queue is bounded, and so are each client's share of it, the memory of what is under way, and the time: past
/// its deadline, which counts from the asking, a render is answered with [Failure.Unavailable] and really stopped.
/// Its thread and its memory are free again when the native call has returned.
///
/// Sources are looked at on the same threads, one or two ahead of what is under way: a burst of large files takes
/// no time from those who answer requests.
public final class RenderPool implements AutoCloseable {
    private static final Duration TRY_AGAIN = Duration.ofSeconds(5);
    private static final Duration STOP_AGAIN = Duration.ofMillis(20);
    private static final Duration PATIENCE_AT_CLOSE = Duration.ofSeconds(10);

    private final PixelEngine engine;
    private final RenderLimits limits;
    private final Admission<Job> admission;
    private final List<Thread> workers;
    private final OwnThreads watchdogThread = new OwnThreads("huimages-watchdog");
    private final ScheduledExecutorService watchdog = watchdog(watchdogThread);
    private final LongAdder finished = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final Set<Job> jobs = ConcurrentHashMap.newKeySet();

    public RenderPool(PixelEngine engine, RenderLimits limits) {
        this.engine = engine;
        this.limits = limits;
        this.admission = new Admission<>(limits);
        ThreadFactory threads = Thread.ofPlatform().name("huimages-render-", 1).factory();
        this.workers = Stream.generate(() -> threads.newThread(this::work))
                .limit(limits.threads())
                .toList();
        workers.forEach(Thread::start);
        new Housekeeping(this, engine).start(watchdog);
    }

    /// Forgets at once what is cancelled, as nearly every watch is long before its time.
    private static ScheduledExecutorService watchdog(ThreadFactory thread) {
        ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, thread);
        watchdog.setRemoveOnCancelPolicy(true);
        return watchdog;
    }

    /// Has the plan carried out. Completes when the target is there; completes exceptionally, at the deadline at
    /// the latest, when it is not and will not be: with [Failure.Unavailable] if there is too much to do, with
    /// [Failure.TooMany] if this client has asked for too much.
    public CompletableFuture<Void> render(RenderJob asked) {
        Job job = new Job(asked);
        job.start();
        return job.answer;
    }

    private void work() {
        engine.adoptThread();
        try {
            Optional<Turn<Job>> next = admission.next();
            while (next.isPresent()) {
                take(next.get());
                next = admission.next();
            }
        } catch (InterruptedException unexpected) {
            Thread.currentThread().interrupt();
        } finally {
            engine.releaseThread();
        }
    }

    private void take(Turn<Job> turn) {
        switch (turn) {
            case Turn.Look(Job job) -> admission.looked(job, job.look());
            case Turn.Run(Job job) -> run(job);
        }
    }

    private void run(Job job) {
        try {
            job.run();
        } finally {
            admission.leave(job);
        }
    }

    /// One render, from the asking to the end of its work.
    private final class Job implements Admission.Asked {
        private final RenderJob asked;
        private final RenderControl control = new RenderControl();
        private final CompletableFuture<Void> answer = new CompletableFuture<>();
        private Future<?> watch = CompletableFuture.completedFuture(null);
        private Optional<RenditionPlan> plan = Optional.empty();

        private Job(RenderJob asked) {
            this.asked = asked;
        }

        @Override
        public String client() {
            return asked.client();
        }

        @Override
        public long memory() {
            return plan().memory();
        }

        private void start() {
            jobs.add(this);
            try {
                watch = watchdog.scheduleWithFixedDelay(
                        this::stop, limits.timeout().toMillis(), STOP_AGAIN.toMillis(), TimeUnit.MILLISECONDS);
                enter();
            } catch (RejectedExecutionException closed) {
                fail(busy().exception(closed));
            }
        }

        private void enter() {
            switch (admission.enter(this)) {
                case WAITING -> {}
                case FULL -> fail(busy().exception());
                case SHARE_TAKEN ->
                    fail(new Failure.TooMany("too many pictures are being made for you", TRY_AGAIN).exception());
            }
        }

        private RenditionPlan plan() {
            return plan.orElseThrow();
        }

        /// False if nothing comes of it.
        private boolean look() {
            try {
                control.check();
                plan = Optional.of(asked.planner().plan(asked.source()));
                return true;
            } catch (RuntimeException | Error thrown) {
                fail(thrown);
                return false;
            }
        }

        private void run() {
            try {
                control.check();
                engine.render(asked.source(), plan(), asked.target(), control);
                runFurther();
                succeed();
            } catch (RuntimeException | Error thrown) {
                fail(thrown);
            }
        }

        /// All files are made, or none.
        private void runFurther() {
            boolean done = false;
            try {
                Path before = asked.target();
                for (RenderJob.Further further : asked.further()) {
                    control.check();
                    engine.render(before, further.plan(), further.target(), control);
                    before = further.target();
                }
                done = true;
            } finally {
                if (!done) {
                    discard();
                }
            }
        }

        private void discard() {
            asked.targets().forEach(Leftovers::discard);
        }

        /// Answers, and has the work stopped. To be called again until it has ended. What still waits leaves the
        /// queue to those who have time.
        private void stop() {
            if (admission.withdraw(this)) {
                fail(RenderControl.timedOut().exception());
            } else {
                answer.completeExceptionally(RenderControl.timedOut().exception());
                control.cancel();
            }
        }

        private void succeed() {
            finished.increment();
            if (!answer.complete(null)) {
                discard(); // finished, but too late: nobody would ever publish or remove it
            }
            end();
        }

        private void fail(Throwable thrown) {
            failed.increment();
            answer.completeExceptionally(thrown);
            end();
        }

        private void end() {
            jobs.remove(this);
            watch.cancel(false);
        }
    }

    private static Failure busy() {
        return new Failure.Unavailable("too many pictures are being made", TRY_AGAIN);
    }

    /// Renders that were done, since this pool was made.
    public long finished() {
        return finished.sum();
    }

    /// Renders that failed, were refused, were stopped or came too late to begin, since this pool was made.
    public long failed() {
        return failed.sum();
    }

    /// Renders under way.
    public int active() {
        return admission.active();
    }

    /// Renders waiting for a thread, or for memory.
    public int queued() {
        return admission.waiting();
    }

    /// Estimated memory of the renders under way, in bytes.
    public long memory() {
        return admission.memory();
    }

    /// What the renders under way may take together, in bytes.
    public long memoryLimit() {
        return limits.memory();
    }

    /// Answers and stops whatever is under way or waiting, and returns when no thread of this pool runs any more,
    /// or after ten seconds.
    @Override
    public void close() {
        admission.close();
        long end = System.nanoTime() + PATIENCE_AT_CLOSE.toNanos();
        do {
            jobs.forEach(Job::stop);
        } while (!ended() && System.nanoTime() < end);
        watchdogThread.end(watchdog, PATIENCE_AT_CLOSE);
    }

    private boolean ended() {
        try {
            for (Thread worker : workers) {
                if (!worker.join(STOP_AGAIN)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
