package org.huimages.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OwnThreadsTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    private final OwnThreads threads = new OwnThreads("of-a-test");
    private final ExecutorService executor = Executors.newSingleThreadExecutor(threads);
    private final AtomicReference<Thread> worker = new AtomicReference<>();

    @Test
    void whatIsUnderWayIsInterruptedAndItsThreadIsGone() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        work(never::await);
        assertTrue(threads.end(executor, LONG));
        assertEquals("of-a-test", worker.get().getName());
        assertFalse(worker.get().isAlive());
    }

    @Test
    void anIdleThreadIsGoneToo() throws InterruptedException {
        work(() -> {});
        assertTrue(threads.end(executor, LONG));
        assertFalse(worker.get().isAlive());
    }

    @Test
    void whoDoesNotListenIsWaitedForInVain() throws InterruptedException {
        CountDownLatch go = new CountDownLatch(1);
        work(() -> {
            while (go.getCount() > 0) {
                Thread.onSpinWait();
            }
        });
        assertFalse(threads.end(executor, Duration.ofMillis(1)));
        go.countDown();
        assertTrue(threads.end(executor, LONG));
    }

    @Test
    void nobodyWaitsForHimself() throws InterruptedException {
        AtomicReference<Boolean> ended = new AtomicReference<>();
        work(() -> ended.set(threads.end(executor, LONG)));
        assertTrue(threads.end(executor, LONG));
        assertEquals(true, ended.get());
    }

    /// Returns once it has begun.
    private void work(Work work) throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        executor.execute(() -> {
            worker.set(Thread.currentThread());
            begun.countDown();
            try {
                work.run();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            }
        });
        begun.await();
    }

    private interface Work {
        void run() throws InterruptedException;
    }
}
