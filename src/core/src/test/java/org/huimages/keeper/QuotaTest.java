package org.huimages.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// However many put files of any size there at once, what really lies in the cache stays near its quota.
@Timeout(120)
class QuotaTest {
    private static final int WRITERS = 6;
    private static final int FILES = Boolean.getBoolean("huimages.full") ? 5000 : 60;

    @TempDir
    Path folder;

    @ParameterizedTest(name = "quota {0}")
    @ValueSource(longs = {1 << 20, 2_222_222})
    void itIsNeverOverTheQuotaByMoreThanOneInTwenty(long quota) {
        KeptFolder cache = new KeptFolder(folder.resolve("cache"), quota);
        ReadWriteLock halt = new ReentrantReadWriteLock();
        CompletableFuture<?> all = CompletableFuture.allOf(IntStream.range(0, WRITERS)
                .mapToObj(seed -> CompletableFuture.runAsync(() -> write(cache, new Random(seed), halt.readLock())))
                .toArray(CompletableFuture[]::new));
        long most = 0;
        while (!all.isDone()) {
            halt.writeLock().lock(); // files that come and go meanwhile would be counted both
            try {
                most = Math.max(most, cache.really().bytes());
            } finally {
                halt.writeLock().unlock();
            }
            LockSupport.parkNanos(20_000_000);
        }
        all.join();
        long peak = Math.max(most, cache.really().bytes());
        assertTrue(peak <= quota * 1.05, () -> peak + " bytes");
        assertTrue(peak >= quota * 0.8, () -> "it was hardly used: " + peak + " bytes");
        assertEquals(cache.really().files(), cache.used().files());
        assertEquals((double) cache.really().bytes(), (double) cache.used().bytes(), quota * 0.01);
    }

    private static void write(KeptFolder cache, Random random, Lock going) {
        for (int number = 0; number < FILES; number++) {
            int size = (int) Math.pow(10, random.nextDouble(1, 5.2));
            going.lock();
            try {
                cache.put(random.nextInt(200), random.nextInt(1, 500) + "x1.jpeg", size);
            } finally {
                going.unlock();
            }
        }
    }
}
