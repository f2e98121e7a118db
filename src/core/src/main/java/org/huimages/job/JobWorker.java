package org.huimages.job;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Consumer;
import org.huimages.failure.FailureException;

/// The thread of one job.
final class JobWorker {
    private static final System.Logger LOG = System.getLogger(JobWorker.class.getName());

    private final JobKind kind;
    private final JobRun run;
    private final InstantSource clock;
    private final Consumer<Job> over;
    private final Thread thread;

    JobWorker(JobKind kind, JobRun run, InstantSource clock, Consumer<Job> over) {
        this.kind = kind;
        this.run = run;
        this.clock = clock;
        this.over = over;
        this.thread =
                Thread.ofPlatform().name("huimages-job-" + kind.name()).daemon().unstarted(this::work);
    }

    void start() {
        thread.start();
    }

    private void work() {
        try {
            carryOut();
        } catch (IOException unwritable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "what became of job {0} cannot be written down: {1}",
                    number(),
                    unwritable);
        } finally {
            over.accept(run.job());
        }
    }

    private void carryOut() throws IOException {
        try {
            kind.run(run);
            end(JobState.DONE, "");
        } catch (InterruptedException atTheEnd) {
            if (run.isStopped()) {
                end(JobState.STOPPED, "");
            } else {
                run.pause();
            }
        } catch (IOException | FailureException failed) {
            LOG.log(System.Logger.Level.WARNING, "job {0} cannot go on: {1}", number(), failed.toString());
            end(JobState.FAILED, Objects.requireNonNullElse(failed.getMessage(), "internal error"));
        } catch (RuntimeException | Error mistake) {
            LOG.log(System.Logger.Level.ERROR, "job " + number() + " has failed", mistake);
            end(JobState.FAILED, "internal error");
        }
    }

    private void end(JobState state, String reason) throws IOException {
        run.end(state, reason, clock.instant());
        LOG.log(
                System.Logger.Level.INFO,
                "job {0} ({1}) is over: {2}, {3} failed",
                number(),
                kind.name(),
                state.text(),
                run.record().progress().failed());
    }

    private String number() {
        return Long.toString(run.number());
    }

    Job job() {
        return run.job();
    }

    void stop() {
        run.stop();
    }

    void close() {
        run.close();
    }

    /// Waits for the end of the thread. One that is still at work then is interrupted.
    void await(Duration limit) {
        try {
            if (!thread.join(limit)) {
                thread.interrupt();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
