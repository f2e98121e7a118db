package org.huimages.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left to others on the disk.
class FloorTest {
    private static final long BLOCK = KeptFolder.BLOCK;
    private static final DiskSpace ROOMY = new DiskSpace(1000 * BLOCK, 500 * BLOCK, 1000, 500);

    @TempDir
    Path folder;

    private KeptFolder cache;

    @BeforeEach
    void fill() {
        cache = new KeptFolder(folder.resolve("cache"), new KeeperLimits(1L << 30, new MinFree.Share(0.1)));
        cache.space.set(ROOMY);
        IntStream.range(0, 100).forEach(number -> cache.put(number % 7, number + "x1.jpeg", 1));
        assertEquals(100, cache.used().files());
    }

    @Test
    void whereThereIsEnoughNothingGoes() {
        cache.space.set(new DiskSpace(1000 * BLOCK, 100 * BLOCK, 1000, 100));
        assertTrue(cache.keeper.keep());
        assertEquals(100, cache.used().files());
    }

    @Test
    void whatIsMissingIsFreed() {
        cache.space.set(new DiskSpace(1000 * BLOCK, 80 * BLOCK, 1000, 500));
        assertTrue(cache.keeper.keep());
        assertEquals(80.0, (double) cache.used().files(), 8);
    }

    @Test
    void inodesCountToo() {
        cache.space.set(new DiskSpace(1000 * BLOCK, 500 * BLOCK, 1000, 60));
        assertTrue(cache.keeper.keep());
        assertEquals(60.0, (double) cache.used().files(), 8);
    }

    @Test
    void moreThanThereIsCannotBeFreed() {
        cache.space.set(new DiskSpace(100_000 * BLOCK, 0, 0, 0));
        assertFalse(cache.keeper.keep());
        assertEquals(0, cache.used().files());
    }

    @Test
    void aNewFileTakesThePlaceOfAnother() {
        cache.space.set(new DiskSpace(1000 * BLOCK, 50 * BLOCK, 1000, 500));
        assertTrue(cache.put(3, "1000x1.jpeg", 1).isPresent());
        assertTrue(cache.used().files() <= 100);
    }

    @Test
    void withNothingThatCouldGoItIsNotKept() {
        cache.keeper.free(1L << 30);
        cache.space.set(new DiskSpace(1000 * BLOCK, 50 * BLOCK, 1000, 500));
        assertEquals(Optional.empty(), cache.put(3, "1x1.jpeg", 1));
        cache.space.set(ROOMY);
        assertTrue(cache.put(3, "1x1.jpeg", 1).isPresent());
    }

    @Test
    void aDiskThatTellsNothingHasNoFloor() {
        cache.space.set(DiskSpace.UNKNOWN);
        assertTrue(cache.keeper.keep());
        assertEquals(100, cache.used().files());
    }

    @Test
    void aFloorOfBytesIsOneHundredthOfTheInodes() {
        MinFree floor = new MinFree.Bytes(1234);
        assertEquals(1234, floor.bytes(1_000_000));
        assertEquals(100, floor.inodes(10_000));
        assertEquals(50_000, new MinFree.Share(.05).bytes(1_000_000));
    }
}
