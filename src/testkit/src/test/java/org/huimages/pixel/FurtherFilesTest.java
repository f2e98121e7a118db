package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.testkit.FakeEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Jobs that make more than one file.
@Timeout(30)
class FurtherFilesTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);

    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();
    private Path source;
    private Path first;
    private Path second;
    private Path third;

    @BeforeEach
    void name() {
        source = folder.resolve("source");
        first = folder.resolve("first");
        second = folder.resolve("second");
        third = folder.resolve("third");
    }

    @Test
    void eachIsMadeOfTheOneBefore() {
        try (RenderPool pool = pool(LONG)) {
            pool.render(job()).join();
        }
        assertEquals(List.of(source, first, second), engine.sources());
        assertTrue(Stream.of(first, second, third).allMatch(Files::exists));
    }

    @Test
    void nothingIsLeftWhenOneCannotBeMade() {
        engine.does((plan, target, control) -> {
            if (target.equals(third)) {
                throw new Failure.DiskFull("the disk is full").exception();
            }
            FakeEngine.write(plan, target, control);
        });
        try (RenderPool pool = pool(LONG)) {
            CompletableFuture<Void> failing = pool.render(job());
            assertThrows(CompletionException.class, failing::join);
            assertNothingIsLeft(pool);
        }
    }

    @Test
    void whatIsOverdueBetweenTwoIsNotGoneOnWith() {
        engine.does((plan, target, control) -> {
            FakeEngine.write(plan, target, control);
            awaitCancel(control);
        });
        try (RenderPool pool = pool(SHORT)) {
            CompletableFuture<Void> failing = pool.render(job());
            assertThrows(CompletionException.class, failing::join);
            assertNothingIsLeft(pool);
        }
        assertFalse(engine.sources().contains(first));
    }

    /// Ready, but too late.
    @Test
    void nothingIsLeftWhenTheLastIsOverdue() {
        engine.does((plan, target, control) -> {
            FakeEngine.write(plan, target, control);
            if (target.equals(third)) {
                awaitCancel(control);
            }
        });
        try (RenderPool pool = pool(Duration.ofSeconds(1))) {
            CompletableFuture<Void> late = pool.render(job());
            assertThrows(CompletionException.class, late::join);
            assertNothingIsLeft(pool);
        }
    }

    private static void awaitCancel(RenderControl control) {
        while (!control.cancelled()) {
            Thread.onSpinWait();
        }
    }

    /// Once the work has ended, which the answer does not wait for.
    private void assertNothingIsLeft(RenderPool pool) {
        pool.close();
        assertFalse(Stream.of(first, second, third).anyMatch(Files::exists));
    }

    private RenderPool pool(Duration timeout) {
        return new RenderPool(engine, RenderLimits.of(1, timeout, RenderLimits.MEMORY));
    }

    private RenderJob job() {
        return new RenderJob(
                source,
                file -> Plans.SMALL,
                first,
                "somebody",
                List.of(new RenderJob.Further(Plans.SMALL, second), new RenderJob.Further(Plans.SMALL, third)));
    }
}
