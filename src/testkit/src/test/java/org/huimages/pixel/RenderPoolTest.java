package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.testkit.FakeEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class RenderPoolTest {
    private static final int QUEUE = 256;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final RenditionPlan PLAN = Plans.SMALL;

    @TempDir
    Path folder;

    private final FakeEngine engine = new FakeEngine();
    private final AtomicInteger names = new AtomicInteger();

    @Test
    void aRenderIsDoneWhenItsFileIsThere() {
        try (RenderPool pool = pool(2, LONG)) {
            Path target = target();
            pool.render(job(target)).join();
            assertTrue(Files.exists(target));
            assertEquals(List.of(PLAN), engine.plans());
        }
    }

    @ParameterizedTest
    @MethodSource("thrown")
    void whatTheEngineThrowsIsTheOutcomeAndTheThreadGoesOn(Throwable thrown) {
        try (RenderPool pool = pool(1, LONG)) {
            engine.does((plan, target, control) -> sneak(thrown));
            CompletionException failed = assertThrows(
                    CompletionException.class, () -> pool.render(job(target())).join());
            assertSame(thrown, failed.getCause());
            engine.does(FakeEngine::write);
            assertDoesNotThrow(() -> pool.render(job(target())).join());
            assertEquals(List.of(), engine.released());
        }
    }

    static Stream<Throwable> thrown() {
        return Stream.of(
                new Failure.Unprocessable("damaged").exception(),
                new IllegalStateException("a mistake"),
                new StackOverflowError());
    }

    @Test
    void rendersRunOnAFewPlatformThreadsAndThereAreNotMore() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        CountDownLatch together = new CountDownLatch(3);
        engine.does((plan, target, control) -> {
            threads.add(Thread.currentThread());
            together.countDown();
            assertDoesNotThrow(() -> together.await());
            FakeEngine.write(plan, target, control);
        });
        try (RenderPool pool = pool(3, LONG)) {
            joinAll(renders(pool, 50));
        }
        assertEquals(3, threads.size());
        assertTrue(threads.stream().noneMatch(Thread::isVirtual));
    }

    @Test
    void anOverdueRenderIsAnsweredAtItsDeadlineAndStopped() {
        engine.does(FakeEngine.untilStopped(1));
        try (RenderPool pool = pool(1, SHORT)) {
            Path target = target();
            assertUnavailable(pool.render(job(target)));
            waitUntilEnded(pool, 1);
            assertFalse(Files.exists(target));
        }
    }

    @Test
    void aStopThatTheEngineMissesIsRepeated() {
        engine.does(FakeEngine.untilStopped(4));
        try (RenderPool pool = pool(1, SHORT)) {
            assertUnavailable(pool.render(job(target())));
            waitUntilEnded(pool, 1);
        }
    }

    @Test
    void waitingInTheQueueCounts() {
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        try (RenderPool pool = pool(1, SHORT)) {
            CompletableFuture<Void> first = pool.render(job(target()));
            CompletableFuture<Void> waiting = pool.render(job(target()));
            assertUnavailable(waiting);
            assertUnavailable(first);
            done.countDown();
            waitUntilEnded(pool, 2);
            assertTrue(engine.plans().size() <= 1, "what came too late was begun nevertheless");
        }
    }

    @Test
    void whatIsFinishedTooLateIsRemoved() {
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        Path target = target();
        try (RenderPool pool = pool(1, SHORT)) {
            assertUnavailable(pool.render(job(target)));
            done.countDown();
        }
        assertFalse(Files.exists(target));
    }

    @Test
    void whatIsInTimeIsNeverStopped() throws InterruptedException {
        Duration deadline = Duration.ofSeconds(1);
        AtomicInteger stops = new AtomicInteger();
        engine.does((plan, target, control) -> {
            control.arm(stops::incrementAndGet);
            FakeEngine.write(plan, target, control);
        });
        try (RenderPool pool = pool(1, deadline)) {
            Path target = target();
            pool.render(job(target)).join();
            Thread.sleep(deadline.plus(SHORT));
            assertEquals(0, stops.get());
            assertTrue(Files.exists(target));
        }
    }

    @Test
    void aFullQueueIsRefusedAtOnceAndTheOthersGoOn() {
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        try (RenderPool pool = pool(1, LONG)) {
            CompletableFuture<Void> first = begun(pool);
            List<CompletableFuture<Void>> accepted = renders(pool, QUEUE);
            CompletableFuture<Void> refused = pool.render(job(target()));
            assertTrue(refused.isDone());
            assertUnavailable(refused);
            done.countDown();
            first.join();
            joinAll(accepted);
        }
    }

    @Test
    void whoAsksForTooMuchIsToldSoAndOthersAreServed() {
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        try (RenderPool pool = new RenderPool(engine, new RenderLimits(1, LONG, 1, 4, 1))) {
            CompletableFuture<Void> first = begun(pool);
            List<CompletableFuture<Void>> greedy = renders(pool, 5);
            CompletableFuture<Void> other =
                    pool.render(new RenderJob(folder.resolve("source"), source -> PLAN, target(), "somebody else"));
            Throwable refusal = assertThrows(CompletionException.class, greedy.getLast()::join);
            assertInstanceOf(Failure.TooMany.class, FailureException.of(refusal));
            done.countDown();
            first.join();
            other.join();
        }
    }

    @Test
    void sourcesAreLookedAtByTheThreadsOfThePoolAndNotFarAhead() {
        CountDownLatch done = new CountDownLatch(1);
        engine.does(FakeEngine.deafUntil(done));
        Queue<Thread> looks = new ConcurrentLinkedQueue<>();
        RenderJob.Planner planner = source -> {
            looks.add(Thread.currentThread());
            return PLAN;
        };
        try (RenderPool pool = new RenderPool(engine, new RenderLimits(2, LONG, PLAN.memory(), QUEUE, QUEUE))) {
            List<CompletableFuture<Void>> renders = IntStream.range(0, 20)
                    .mapToObj(number -> pool.render(new RenderJob(folder, planner, target(), "somebody")))
                    .toList();
            while (looks.size() < 3) {
                Thread.onSpinWait();
            }
            assertEquals(20 - pool.active(), pool.queued());
            done.countDown();
            joinAll(renders);
            assertEquals(20, looks.size());
            assertTrue(Set.copyOf(engine.adopted()).containsAll(looks));
        }
    }

    @Test
    void aSourceThatNothingCanBeMadeOfFailsAloneAndHoldsNoMemory() {
        RenderJob.Planner planner = source -> {
            throw new Failure.Unprocessable("damaged").exception();
        };
        try (RenderPool pool = pool(1, LONG)) {
            CompletableFuture<Void> damaged = pool.render(new RenderJob(folder, planner, target(), "somebody"));
            CompletionException failed = assertThrows(CompletionException.class, damaged::join);
            assertInstanceOf(Failure.Unprocessable.class, FailureException.of(failed));
            joinAll(renders(pool, 3));
            while (pool.active() > 0) {
                Thread.onSpinWait(); // it answers first
            }
            assertEquals(0, pool.queued() + pool.memory());
        }
    }

    @Test
    void rendersThatTakeTheWholeBudgetAreMadeOneByOne() {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        engine.does((plan, target, control) -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            FakeEngine.write(plan, target, control);
            together.decrementAndGet();
        });
        try (RenderPool pool = new RenderPool(engine, new RenderLimits(4, LONG, PLAN.memory(), QUEUE, QUEUE))) {
            joinAll(renders(pool, 50));
            assertEquals(1, most.get());
            assertEquals(PLAN.memory(), pool.memoryLimit());
        }
    }

    @Test
    void memoryIsGivenBackOnceThereIsNothingToDo() throws InterruptedException {
        try (RenderPool pool = pool(1, LONG)) {
            joinAll(renders(pool, 3));
            while (engine.memoryReleases() == 0) {
                Thread.sleep(SHORT);
            }
            Thread.sleep(Duration.ofMillis(2500));
            assertEquals(1, engine.memoryReleases(), "given back again though nothing has happened since");
            assertEquals(0, pool.memory());
        }
    }

    @Test
    void closingAnswersAndStopsWhatRunsAndWhatWaits() {
        engine.does(FakeEngine.untilStopped(2));
        RenderPool pool = pool(2, LONG);
        List<CompletableFuture<Void>> renders = renders(pool, 50);
        pool.close();
        for (CompletableFuture<Void> render : renders) {
            assertTrue(render.isDone(), "somebody would wait for ever");
            assertUnavailable(render);
        }
        assertTrue(engine.plans().size() <= 2, "what waited was begun");
    }

    @Test
    void noThreadOutlivesThePoolAndEachSaysGoodbye() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        RenderPool pool = pool(3, LONG);
        joinAll(renders(pool, 20));
        pool.close();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread) && thread.getName().startsWith("huimages-")) {
                thread.join(Duration.ofSeconds(1));
                assertFalse(thread.isAlive(), thread::getName);
            }
        }
        assertEquals(3, Set.copyOf(engine.released()).size());
        assertEquals(3, engine.released().size());
        assertEquals(Set.copyOf(engine.adopted()), Set.copyOf(engine.released()));
    }

    @Test
    void aClosedPoolIsUnavailable() {
        RenderPool pool = pool(1, LONG);
        pool.close();
        pool.close();
        assertUnavailable(pool.render(job(target())));
    }

    @Test
    void closingWhileOthersAskLeavesNobodyWaiting() {
        for (int round = 0; round < 50; round++) {
            RenderPool pool = pool(2, LONG);
            CompletableFuture<List<CompletableFuture<Void>>> asking =
                    CompletableFuture.supplyAsync(() -> renders(pool, 100));
            pool.close();
            asking.join().forEach(render -> assertTrue(render.isDone()));
        }
    }

    @Test
    void itCountsWhatItDid() {
        try (RenderPool pool = pool(1, LONG)) {
            joinAll(renders(pool, 3));
            engine.does((plan, target, control) -> sneak(new IllegalStateException("a mistake")));
            renders(pool, 2).forEach(render -> assertThrows(CompletionException.class, render::join));
            assertEquals(3, pool.finished());
            assertEquals(2, pool.failed());
            assertEquals(0, pool.queued());
        }
    }

    /// A render that has left the queue.
    private CompletableFuture<Void> begun(RenderPool pool) {
        CompletableFuture<Void> render = pool.render(job(target()));
        while (pool.active() == 0) {
            Thread.onSpinWait();
        }
        return render;
    }

    private RenderPool pool(int threads, Duration timeout) {
        return new RenderPool(engine, new RenderLimits(threads, timeout, PLAN.memory() * threads, QUEUE, QUEUE));
    }

    private RenderJob job(Path target) {
        return new RenderJob(folder.resolve("source"), source -> PLAN, target, "somebody");
    }

    private List<CompletableFuture<Void>> renders(RenderPool pool, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> pool.render(job(target())))
                .toList();
    }

    private static void joinAll(List<CompletableFuture<Void>> renders) {
        renders.forEach(CompletableFuture::join);
    }

    private static void assertUnavailable(CompletableFuture<Void> render) {
        CompletionException failed = assertThrows(CompletionException.class, render::join);
        assertInstanceOf(Failure.Unavailable.class, FailureException.of(failed));
    }

    private static void waitUntilEnded(RenderPool pool, int renders) {
        while (pool.finished() + pool.failed() < renders) {
            Thread.onSpinWait();
        }
    }

    private static void sneak(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    private Path target() {
        return folder.resolve("target" + names.incrementAndGet());
    }
}
