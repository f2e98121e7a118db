package org.huimages.testkit.trial;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.pixel.Step;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Dimensions;

/// Judges files with an engine that breaks the promise, each time in another way.
final class MisbehavingTrials {
    static final Duration DEADLINE = Duration.ofSeconds(2);

    private static final List<ByteBuffer> HELD = new ArrayList<>();

    private MisbehavingTrials() {}

    enum Way {
        NONE,
        REFUSES_ALL,
        ENDS_THE_PROCESS,
        NEVER_RETURNS,
        RETURNS_LATE,
        THROWS,
        BLAMES_ITSELF,
        MAKES_ANOTHER_SIZE,
        MAKES_NO_PICTURE,
        LEAVES_A_FILE,
        SHOWS_NOT_WHAT_IT_PROVED,
        TAKES_MEMORY,
        KEEPS_SOMETHING
    }

    /// @param arguments a folder, and the way
    public static void main(String... arguments) throws IOException {
        Way way = Way.valueOf(arguments[1]);
        FakeEngine engine = new FakeEngine();
        engine.does((plan, target, control) -> work(way, plan, target));
        Trial trial = new Trial(engine, DEADLINE, Path.of(arguments[0]));
        TrialChild.serve(trial, () -> way == Way.KEEPS_SOMETHING ? 7 : 0);
    }

    private static void work(Way way, RenditionPlan plan, Path target) {
        Dimensions size = size(plan);
        switch (way) {
            case NONE, KEEPS_SOMETHING -> write(target, size);
            case REFUSES_ALL -> throw refusal();
            case ENDS_THE_PROCESS -> Runtime.getRuntime().halt(134);
            case NEVER_RETURNS -> pause(Duration.ofHours(1));
            case RETURNS_LATE -> {
                pause(DEADLINE.plusMillis(100));
                write(target, size);
            }
            case THROWS -> throw new IllegalStateException("a mistake of ours");
            case BLAMES_ITSELF -> throw RenderControl.timedOut().exception();
            case MAKES_ANOTHER_SIZE -> write(target, new Dimensions(size.width() + 1, size.height()));
            case MAKES_NO_PICTURE -> FakeEngine.write(plan, target, new RenderControl());
            case LEAVES_A_FILE -> {
                write(target, size);
                throw refusal();
            }
            case SHOWS_NOT_WHAT_IT_PROVED -> proveOnly(plan, target, size);
            case TAKES_MEMORY -> {
                hold(100);
                write(target, size);
            }
        }
    }

    /// What the steps come to.
    private static Dimensions size(RenditionPlan plan) {
        Optional<Dimensions> size = plan.scaled();
        for (Step step : plan.steps()) {
            if (step instanceof Step.Crop(Step.Area area)) {
                size = Optional.of(new Dimensions(area.width(), area.height()));
            }
        }
        return size.orElseThrow();
    }

    private static void proveOnly(RenditionPlan plan, Path target, Dimensions size) {
        if (!plan.steps().contains(new Step.Decode(true))) {
            throw refusal();
        }
        write(target, size);
    }

    private static FailureException refusal() {
        return new Failure.Unprocessable("damaged").exception();
    }

    private static void write(Path target, Dimensions size) {
        try {
            Files.write(target, PictureMaker.jpeg(PictureMaker.photo(size.width(), size.height(), 1)));
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
    }

    private static void hold(int megabytes) {
        for (int i = 0; i < megabytes; i++) {
            HELD.add(ByteBuffer.allocateDirect(1 << 20).put(new byte[1 << 20]));
        }
    }

    /// Deaf to everything, as native code is.
    private static void pause(Duration duration) {
        try {
            new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
