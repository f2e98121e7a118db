package org.huimages.job;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.huimages.job.Walk.Item;

/// A job of two phases, of so many steps each; every step waits until it is let.
final class SteppingJob implements JobKind {
    private static final int PAGE = 3;

    final Semaphore steps = new Semaphore(0);
    final CountDownLatch begun = new CountDownLatch(1);
    private final String name;
    private final int length;
    private final Walk.Look<Integer> look;

    SteppingJob(String name, int length) {
        this(name, length, step -> Looked.of(1).failing("odd", "step " + step));
    }

    SteppingJob(String name, int length, Walk.Look<Integer> look) {
        this.name = name;
        this.length = length;
        this.look = look;
    }

    /// One that nobody has to let.
    SteppingJob free() {
        steps.release(Integer.MAX_VALUE / 2);
        return this;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.RATE);
    }

    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        begun.countDown();
        Walk walk = new Walk(run, () -> "up");
        for (String phase : List.of("first", "second")) {
            if (walk.enters(phase, () -> OptionalLong.of(length))) {
                walk.over(this::page, step -> step(run, step));
            }
        }
    }

    private List<Item<Integer>> page(String cursor) {
        int from = cursor.isEmpty() ? 0 : Integer.parseInt(cursor) + 1;
        return IntStream.range(from, Math.min(length, from + PAGE))
                .mapToObj(step -> Item.of(Integer.toString(step), step))
                .toList();
    }

    private Looked step(JobRun run, int step) throws InterruptedException, IOException {
        while (!steps.tryAcquire()) {
            run.checkStopped();
            Thread.onSpinWait();
        }
        return look.at(step);
    }
}
