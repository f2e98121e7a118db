package org.huimages.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.huimages.file.Leftovers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the books say after a halt, after somebody was at the files, and from one start to the next.
@Timeout(60)
class RecountTest {
    private static final long LARGE = 1L << 30;

    @TempDir
    Path parent;

    private KeptFolder cache;

    @BeforeEach
    void fill() {
        cache = new KeptFolder(parent.resolve("cache"), LARGE);
        assertTrue(cache.keeper.report().exact(), "a new cache is empty");
        IntStream.range(0, 200).forEach(number -> cache.put(number % 70, number + "x1.jpeg", number * 100));
    }

    @Test
    void whatWasClosedIsBelieved() {
        Use before = cache.used();
        cache.keeper.close();
        cache.reopen(LARGE);
        assertTrue(cache.keeper.report().exact());
        assertEquals(before, cache.used());
        assertFalse(cache.keeper.isCountDue(Instant.now().minus(Duration.ofDays(1))));
    }

    @Test
    void afterAHaltItIsAnEstimateUntilAllIsCounted() throws InterruptedException {
        cache.keeper.save(false);
        Use minuteAgo = cache.used();
        cache.put(99, "1x1.jpeg", 100_000);
        cache.reopen(LARGE);
        assertFalse(cache.keeper.report().exact());
        assertEquals(minuteAgo, cache.used());
        assertTrue(cache.keeper.isCountDue(Instant.EPOCH));
        cache.keeper.recount(Recount.Pace.FULL_SPEED);
        assertTrue(cache.keeper.report().exact());
        assertEquals(cache.really(), cache.used());
    }

    @Test
    void booksThatCannotBeReadAreCountedAgain() throws IOException, InterruptedException {
        cache.keeper.close();
        Files.writeString(cache.folder.resolve(CacheKeeper.TOTALS), "bytes=1 fil");
        cache.reopen(LARGE);
        assertFalse(cache.keeper.report().exact());
        cache.keeper.recount(Recount.Pace.FULL_SPEED);
        assertEquals(cache.really(), cache.used());
    }

    @Test
    void aSecondHaltDoesNotMakeThemBelieved() {
        cache.reopen(LARGE);
        cache.keeper.close();
        cache.reopen(LARGE);
        assertFalse(cache.keeper.report().exact());
    }

    @Test
    void filesRemovedByHandAreNoticed() throws IOException, InterruptedException {
        Leftovers.removeTree(cache.picture(3));
        Files.delete(cache.picture(4).resolve("4x1.jpeg"));
        assertNotEquals(cache.really(), cache.used());
        Use wrong = cache.keeper.recount(Recount.Pace.FULL_SPEED);
        assertEquals(cache.really(), cache.used());
        assertTrue(wrong.files() < 0 && wrong.bytes() < 0, wrong::toString);
    }

    @Test
    void aCacheRemovedByHandIsUsableAgain() throws Exception {
        cache.reopen(cache.used().bytes());
        Leftovers.removeTree(cache.folder);
        Files.createDirectories(cache.folder.resolve(".tmp"));
        try (KeeperTimer timer = new KeeperTimer(cache.keeper, () -> {})) {
            timer.start();
            await(() ->
                    cache.keeper.report().exact() && cache.put(1, "1x1.jpeg", 1).isPresent());
        }
        assertEquals(1, cache.used().files());
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(10);
        }
    }

    /// Files come and go while they are counted.
    @RepeatedTest(2)
    void aCountIsExactWhateverIsDoneMeanwhile() throws Exception {
        cache.reopen(cache.used().bytes());
        AtomicBoolean enough = new AtomicBoolean();
        CompletableFuture<?>[] others = IntStream.range(0, 3)
                .mapToObj(seed -> CompletableFuture.runAsync(() -> putUntil(enough, seed)))
                .toArray(CompletableFuture[]::new);
        do {
            cache.keeper.recount(nanos -> {});
            cache.keeper.recount(nanos -> Thread.sleep(0, 100_000));
        } while (cache.keeper.report().counters().evicted() == 0);
        enough.set(true);
        CompletableFuture.allOf(others).join();
        assertTrue(cache.keeper.report().exact());
        assertEquals(cache.really(), cache.used());
    }

    private void putUntil(AtomicBoolean enough, int seed) {
        Random random = new Random(seed);
        while (!enough.get()) {
            cache.put(seed * 100 + random.nextInt(100), random.nextInt(50) + "x1.jpeg", random.nextInt(20_000));
        }
    }

    @Test
    void aCountThatIsInterruptedChangesNothing() {
        Use before = cache.used();
        Thread.currentThread().interrupt();
        try {
            cache.keeper.recount(Recount.Pace.SLOW);
        } catch (InterruptedException asWanted) {
            assertEquals(before, cache.used());
            assertEquals(1, cache.keeper.report().counting());
            return;
        }
        throw new AssertionError("it went on");
    }

    @Test
    void totalsAreReadAsTheyWereWritten() {
        Totals totals = new Totals(new Use(123, 4), Instant.ofEpochSecond(99), true);
        assertEquals(Optional.of(totals), Totals.parse(totals.text()));
        assertEquals(Optional.empty(), Totals.parse(totals.text() + "x"));
        assertEquals(Optional.empty(), Totals.parse(""));
    }
}
