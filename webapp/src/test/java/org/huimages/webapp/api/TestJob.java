package org.huimages.webapp.api;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import org.huimages.job.JobKind;
import org.huimages.job.JobRun;
import org.huimages.job.Parameter;

/// A job that does one step of three whenever it is let, and stops when it is told to.
final class TestJob implements JobKind {
    private static final int STEPS = 3;

    final Semaphore steps = new Semaphore(0);

    @Override
    public String name() {
        return "scrub";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.DRY_RUN, Parameter.RATE, Parameter.AFTER, new Parameter.Folder("salvage"));
    }

    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        run.enters("steps", () -> OptionalLong.of(STEPS));
        for (int step = 0; step < STEPS; step++) {
            while (!steps.tryAcquire()) {
                run.next();
                Thread.sleep(1);
            }
            run.fail("step " + step, "bad", "it is only a test");
            run.passed(Integer.toString(step), 100);
        }
    }
}
