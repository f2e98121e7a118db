package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.huimages.pixel.Admission.Turn;
import org.huimages.pixel.Admission.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(10)
class AdmissionTest {
    private static final RenderLimits LIMITS = new RenderLimits(4, Duration.ofSeconds(1), 100, 5, 3);

    private final Admission<Job> admission = new Admission<>(LIMITS);

    @Test
    void firstComeFirstServed() {
        Job first = entered("a", 10);
        Job second = entered("b", 10);
        assertEquals(first, begun());
        assertEquals(second, begun());
        assertEquals(2, admission.active());
        assertEquals(20, admission.memory());
        assertEquals(0, admission.waiting());
    }

    @Test
    void whatDoesNotFitWaitsUntilMemoryIsFreeAndIsNotOvertaken() throws Exception {
        Job running = entered("a", 60);
        assertEquals(running, begun());
        Job large = entered("b", 50);
        entered("c", 1);
        CompletableFuture<Job> next = CompletableFuture.supplyAsync(this::begun);
        assertNotYet(next);
        admission.leave(running);
        assertEquals(large, next.get());
    }

    @Test
    void whatIsLargerThanTheBudgetIsMadeAlone() throws Exception {
        Job small = entered("a", 1);
        Job huge = entered("a", 1_000);
        Job after = entered("a", 1);
        assertEquals(small, begun());
        CompletableFuture<Job> next = CompletableFuture.supplyAsync(this::begun);
        assertNotYet(next);
        admission.leave(small);
        assertEquals(huge, next.get());
        CompletableFuture<Job> last = CompletableFuture.supplyAsync(this::begun);
        assertNotYet(last);
        admission.leave(huge);
        assertEquals(after, last.get());
    }

    @Test
    void clientsTakeTurns() {
        Job first = entered("greedy", 1);
        Job second = entered("greedy", 1);
        Job third = entered("greedy", 1);
        Job modest = entered("modest", 1);
        assertEquals(List.of(first, modest, second, third), List.of(begun(), begun(), begun(), begun()));
    }

    @Test
    void nobodyTakesMoreThanHisShareAndOthersStillGetIn() {
        for (int i = 0; i < 3; i++) {
            entered("greedy", 1);
        }
        assertEquals(Verdict.SHARE_TAKEN, admission.enter(new Job("greedy", 1)));
        entered("modest", 1);
        begun();
        entered("greedy", 1);
    }

    @Test
    void whileMuchIsFreeOneClientMayHaveHalfOfIt() {
        Admission<Job> idle = new Admission<>(new RenderLimits(1, Duration.ofSeconds(1), 100, 256, 32));
        long got = IntStream.range(0, 256)
                .filter(i -> idle.enter(new Job("a page", 1)) == Verdict.WAITING)
                .count();
        assertTrue(got >= 85 && got <= 128, () -> got + " places");
        long others = IntStream.range(0, 256)
                .filter(i -> idle.enter(new Job("another", 1)) == Verdict.WAITING)
                .count();
        assertTrue(others >= 32, () -> others + " places");
    }

    @Test
    void aFullQueueIsFullForEverybody() {
        for (int i = 0; i < 5; i++) {
            entered("client " + i, 1);
        }
        assertEquals(Verdict.FULL, admission.enter(new Job("another", 1)));
        begun();
        entered("another", 1);
    }

    @Test
    void whoWithdrawsLeavesHisPlaceAndHisShare() {
        entered("a", 1);
        Job second = entered("a", 1);
        Job third = entered("a", 1);
        assertTrue(admission.withdraw(second));
        assertFalse(admission.withdraw(second));
        entered("a", 1);
        begun();
        assertEquals(third, begun());
        assertFalse(admission.withdraw(third), "what has begun can only be stopped");
    }

    @Test
    void aLargeOneThatGivesUpMakesWayForTheNext() throws Exception {
        Job running = entered("a", 60);
        assertEquals(running, begun());
        Job large = entered("b", 50);
        Job small = entered("c", 1);
        CompletableFuture<Job> next = CompletableFuture.supplyAsync(this::begun);
        assertNotYet(next);
        assertTrue(admission.withdraw(large));
        assertEquals(small, next.get());
    }

    @Test
    void whoWaitsForWorkIsToldWhenThereWillBeNone() throws Exception {
        CompletableFuture<Optional<Job>> idle = CompletableFuture.supplyAsync(this::begin);
        assertNotYet(idle);
        admission.close();
        assertEquals(Optional.empty(), idle.get());
        assertEquals(Verdict.FULL, admission.enter(new Job("late", 1)));
    }

    private Job entered(String client, long memory) {
        Job job = new Job(client, memory);
        assertEquals(Verdict.WAITING, admission.enter(job));
        return job;
    }

    private Job begun() {
        return begin().orElseThrow();
    }

    private Optional<Job> begin() {
        try {
            Optional<Turn<Job>> turn = admission.next();
            while (turn.isPresent() && turn.get() instanceof Turn.Look<Job>(Job job)) {
                admission.looked(job, true);
                turn = admission.next();
            }
            return turn.map(run -> ((Turn.Run<Job>) run).job());
        } catch (InterruptedException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    private static void assertNotYet(CompletableFuture<?> future) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(30);
        assertFalse(future.isDone());
    }

    /// Not a record: jobs are told apart by identity.
    private static final class Job implements Admission.Asked {
        private final String client;
        private final long memory;

        private Job(String client, long memory) {
            this.client = client;
            this.memory = memory;
        }

        @Override
        public String client() {
            return client;
        }

        @Override
        public long memory() {
            return memory;
        }
    }
}
