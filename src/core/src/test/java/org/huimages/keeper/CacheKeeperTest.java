package org.huimages.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheKeeperTest {
    private static final long BLOCK = KeptFolder.BLOCK;
    private static final long LARGE = 1L << 30;

    @TempDir
    Path parent;

    private KeptFolder cache(long maxBytes) {
        return new KeptFolder(parent.resolve("cache"), maxBytes);
    }

    @Test
    void whatIsTakenIsBlocksWithFolders() {
        KeptFolder cache = cache(LARGE);
        assertEquals(Use.NONE, cache.used());
        cache.put(1, "1x1.jpeg", 1);
        assertEquals(new Use(3 * BLOCK, 1), cache.used());
        cache.put(1, "2x2.jpeg", (int) BLOCK + 1);
        assertEquals(new Use(5 * BLOCK, 2), cache.used());
        assertEquals(cache.really(), cache.used());
    }

    @Test
    void whatIsReplacedTakesNothingAnyMore() {
        KeptFolder cache = cache(LARGE);
        cache.put(1, "1x1.jpeg", 100_000);
        cache.put(1, "1x1.jpeg", 1);
        assertEquals(new Use(3 * BLOCK, 1), cache.used());
    }

    @Test
    void overTheQuotaOthersGo() {
        KeptFolder cache = cache(40 * BLOCK);
        for (int number = 0; number < 100; number++) {
            assertTrue(cache.put(number % 10, number + "x1.jpeg", 1).isPresent());
            assertTrue(cache.used().bytes() <= 40 * BLOCK, () -> cache.used().toString());
        }
        assertEquals(cache.really(), cache.used());
        assertTrue(cache.keeper.report().counters().evicted() > 60);
        assertEquals(0, cache.keeper.report().counters().notKept());
    }

    @Test
    void overTheHighMarkRoomIsMadeDownToTheLowOne() {
        KeptFolder cache = cache(100 * BLOCK);
        IntStream.range(0, 90).forEach(number -> cache.put(1, number + "x1.jpeg", 1));
        long before = cache.used().bytes();
        assertTrue(cache.keeper.keep());
        assertEquals(before, cache.used().bytes(), "below the mark nothing goes");
        IntStream.range(90, 96).forEach(number -> cache.put(1, number + "x1.jpeg", 1));
        assertTrue(cache.keeper.keep());
        assertTrue(cache.used().bytes() <= 94 * BLOCK, () -> cache.used().toString());
        assertTrue(cache.used().bytes() >= 85 * BLOCK, () -> cache.used().toString());
    }

    @Test
    void whatIsLargerThanTheCacheIsNotKept() {
        KeptFolder cache = cache(10 * BLOCK);
        cache.put(1, "1x1.jpeg", 1);
        assertEquals(Optional.empty(), cache.put(2, "1x1.jpeg", 11 * (int) BLOCK));
        assertEquals(1, cache.used().files(), "nothing had to go for it");
        assertEquals(1, cache.keeper.report().counters().notKept());
    }

    /// It is about to be sent.
    @Test
    void whatHasJustBeenMadeDoesNotGo() {
        KeptFolder cache = cache(10 * BLOCK);
        cache.ahead = Duration.ZERO;
        while (cache.put(1, cache.used().files() + "x1.jpeg", 1).isPresent()) {
            assertTrue(cache.used().files() < 10);
        }
        assertEquals(8, cache.used().files());
        cache.ahead = Duration.ofSeconds(11);
        assertTrue(cache.put(1, "99x1.jpeg", 1).isPresent());
    }

    @Test
    void whatWasUnusedForLongestGoes() {
        KeptFolder cache = cache(LARGE);
        List<Path> old = files(cache, 0, 100, 9);
        List<Path> used = files(cache, 100, 300, 8);
        cache.keeper.free(60 * BLOCK);
        assertTrue(used.stream().allMatch(Files::exists));
        long left = old.stream().filter(Files::exists).count();
        assertTrue(left <= 40 && left > 20, () -> left + " are left");
    }

    /// Each in the folder of one of ten pictures.
    private static List<Path> files(KeptFolder cache, int from, int to, int days) {
        return IntStream.range(from, to)
                .mapToObj(number -> cache.putOld(number % 10, number + "x1.jpeg", 1, days))
                .toList();
    }

    @Test
    void readingCountsAsMuchAsWriting() {
        KeptFolder cache = cache(LARGE);
        List<Path> read = files(cache, 0, 50, 0);
        read.forEach(file -> KeptFolder.age(file, 1, 300));
        List<Path> written = files(cache, 50, 100, 0);
        written.forEach(file -> KeptFolder.age(file, 300, 1)); // where access times are not kept
        List<Path> neither = files(cache, 100, 150, 2);
        cache.keeper.free(30 * BLOCK);
        assertTrue(read.stream().allMatch(Files::exists));
        assertTrue(written.stream().allMatch(Files::exists));
        assertTrue(neither.stream().filter(Files::exists).count() <= 20);
    }

    @Test
    void ofTheSameDayAnyMayGo() {
        KeptFolder cache = cache(LARGE);
        List<Path> first = files(cache, 0, 50, 0);
        List<Path> last = files(cache, 50, 100, 0);
        cache.keeper.free(50 * BLOCK);
        assertTrue(first.stream().anyMatch(Files::exists));
        assertFalse(last.stream().allMatch(Files::exists));
    }

    @Test
    void levelsStayAMonthLongerThanRenditions() {
        KeptFolder cache = cache(LARGE);
        Path level = cache.putOld(1, "p640.jpeg", 1, 29);
        Path original = cache.putOld(1, "o.jpeg", 1, 7);
        Path rendition = cache.putOld(1, "1x1.jpeg", 1, 1);
        cache.keeper.free(1);
        assertFalse(Files.exists(rendition));
        cache.keeper.free(1);
        assertFalse(Files.exists(original));
        assertTrue(Files.exists(level));
        cache.putOld(1, "1x1.jpeg", 1, 0);
        KeptFolder.age(level, 40, 40);
        cache.keeper.free(1);
        assertFalse(Files.exists(level), "but not for ever");
    }

    @Test
    void aLinkToAnOriginalTakesNothingAndGoesWithItsFolder() throws IOException {
        KeptFolder cache = cache(LARGE);
        Path original = Files.write(parent.resolve("original"), new byte[50_000]);
        Path link = link(cache, original, 1);
        Path rendition = cache.putOld(1, "1x1.jpeg", 1, 3);
        assertEquals(new Use(3 * BLOCK, 2), cache.used());
        cache.keeper.free(1);
        assertFalse(Files.exists(rendition));
        assertTrue(Files.exists(link), "it frees nothing while others are there");
        cache.keeper.free(1);
        assertFalse(Files.exists(link.getParent()));
        assertEquals(new Use(BLOCK, 0), cache.used());
        cache.keeper.free(1);
        assertEquals(50_000, Files.size(original));
        assertEquals(cache.really(), cache.used());
        assertEquals(Use.NONE, cache.used(), "the folder of the prefix went too");
    }

    private static Path link(KeptFolder cache, Path original, int picture) throws IOException {
        Path file = cache.put(picture, "o.jpeg", 1).orElseThrow();
        try (Change change = cache.keeper.change(KeptFolder.name(cache.picture(picture)))) {
            change.removing(file);
            Files.delete(file);
            Files.createLink(file, original);
            change.added(file);
        }
        return file;
    }

    @Test
    void aLinkThatHasJustBeenMadeDoesNotGo() throws IOException {
        KeptFolder cache = cache(LARGE);
        Path original = Files.write(parent.resolve("original"), new byte[50_000]);
        KeptFolder.age(original, 100, 100);
        cache.ahead = Duration.ZERO;
        Path link = link(cache, original, 1);
        cache.keeper.free(1);
        assertTrue(Files.exists(link));
    }

    @Test
    void aFolderGoesWithItsLastFile() {
        KeptFolder cache = cache(LARGE);
        Path file = cache.putOld(1, "1x1.jpeg", 1, 3);
        cache.keeper.free(1);
        assertFalse(Files.exists(file.getParent()));
        assertEquals(new Use(BLOCK, 0), cache.used());
    }

    @Test
    void anEmptyFolderGoes() throws IOException {
        KeptFolder cache = cache(LARGE);
        Path empty = Files.createDirectories(cache.picture(2));
        cache.keeper.free(1);
        assertFalse(Files.exists(empty));
        assertTrue(Files.exists(empty.getParent()));
        cache.keeper.free(1);
        assertFalse(Files.exists(empty.getParent()));
    }

    @Test
    void aFolderWithVeryManyFilesIsNotReadToItsEnd() {
        KeptFolder cache = cache(LARGE);
        cache.put(1, "1x1.jpeg", 1);
        cache.put(1, "2x1.jpeg", 1);
        cache.put(1, "3x1.jpeg", 1);
        assertEquals(
                2,
                new CacheTree(cache.folder, KeptFolder.NAMES, BLOCK)
                        .files(cache.picture(1), 2)
                        .size());
    }

    @Test
    void howOldFilesAreIsToldFromSomeOfThem() {
        KeptFolder cache = cache(LARGE);
        assertEquals(new Ages(0, 0, 0, 0), cache.keeper.ages());
        cache.putOld(1, "1x1.jpeg", 1, 0);
        cache.putOld(1, "2x1.jpeg", 1, 3);
        cache.putOld(2, "1x1.jpeg", 1, 20);
        cache.putOld(3, "1x1.jpeg", 1, 100);
        assertEquals(new Ages(.25, .25, .25, .25), cache.keeper.ages());
    }
}
