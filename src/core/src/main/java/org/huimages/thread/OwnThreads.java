package org.huimages.thread;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;

/// The threads of one executor, which can be waited for. An executor counts as ended a moment before its last thread is
/// gone, and a web application that leaves a thread behind keeps all its classes in memory.
public final class OwnThreads implements ThreadFactory {
    private final String name;
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    /// @param name of each of them
    public OwnThreads(String name) {
        this.name = name;
    }

    @Override
    public Thread newThread(Runnable work) {
        threads.removeIf(thread -> thread.getState() == Thread.State.TERMINATED);
        Thread thread = Thread.ofPlatform().name(name).daemon().unstarted(work);
        threads.add(thread);
        return thread;
    }

    /// Interrupts what `executor` is doing and waits until its threads are gone, but not for the one that calls this.
    ///
    /// @return whether they are; not if it takes longer than `patience`, or the caller is interrupted, who stays so
    public boolean end(ExecutorService executor, Duration patience) {
        executor.shutdownNow();
        long end = System.nanoTime() + patience.toNanos();
        try {
            for (Thread thread : threads) {
                Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
                if (thread.isAlive() && thread != Thread.currentThread() && !thread.join(left)) {
                    return false;
                }
            }
            return true;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
