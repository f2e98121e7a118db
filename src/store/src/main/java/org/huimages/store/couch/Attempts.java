package org.huimages.store.couch;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Changes that are tried again when somebody else was first. Those made here wait for each other, so that it is
/// mostly other writers of the database who are first.
final class Attempts {
    private static final int LOCKS = 64;
    private static final int MOST = 12;
    private static final int LONGEST_REST = 100;

    private final ReentrantLock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

    /// @param id of the picture that is changed
    /// @param attempt empty if somebody else was first
    /// @throws org.huimages.failure.FailureException if somebody else was first again and again
    <T> T make(String id, Supplier<Optional<T>> attempt) {
        ReentrantLock lock = locks[Math.floorMod(id.hashCode(), LOCKS)];
        lock.lock();
        try {
            for (int number = 1; number <= MOST; number++) {
                Optional<T> made = attempt.get();
                if (made.isPresent()) {
                    return made.get();
                }
                rest(number);
            }
        } finally {
            lock.unlock();
        }
        throw CouchFailures.crowded(id);
    }

    /// Longer after each failure, and never as long as another writer's.
    private static void rest(int number) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(Math.min(LONGEST_REST, 1 << number)));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }
}
