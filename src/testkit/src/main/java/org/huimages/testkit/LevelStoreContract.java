package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [LevelStore] promises that keeps anything.
public abstract class LevelStoreContract {
    private static final ImageId ID = Samples.id(1);
    private static final Level HALF = new Level(2);
    private static final Level EIGHTH = new Level(8);

    @TempDir
    protected Path files;

    private LevelStore store;

    /// A new store with nothing in it.
    protected abstract LevelStore open() throws IOException;

    @BeforeEach
    void openStore() throws IOException {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4096, 1_000_003})
    void whatIsPutIsFetched(int length) throws IOException {
        byte[] bytes = random(length);
        store.put(ID, HALF, file(bytes));
        assertTrue(store.holds(ID, HALF));
        assertArrayEquals(bytes, fetched(ID, HALF));
    }

    @Test
    void whatIsNotThereIsNotFetched() throws IOException {
        Path target = files.resolve("target");
        assertFalse(store.holds(ID, HALF));
        assertFalse(store.fetch(ID, HALF, target));
        assertFalse(Files.exists(target));
    }

    @Test
    void eachLevelOfEachPictureIsItsOwn() throws IOException {
        store.put(ID, HALF, file(new byte[] {1}));
        store.put(ID, EIGHTH, file(new byte[] {2}));
        store.put(Samples.id(2), HALF, file(new byte[] {3}));
        assertArrayEquals(new byte[] {1}, fetched(ID, HALF));
        assertArrayEquals(new byte[] {2}, fetched(ID, EIGHTH));
        assertArrayEquals(new byte[] {3}, fetched(Samples.id(2), HALF));
    }

    @Test
    void whatIsPutAgainIsTheNewOne() throws IOException {
        store.put(ID, HALF, file(random(100)));
        byte[] bytes = random(200);
        store.put(ID, HALF, file(bytes));
        assertArrayEquals(bytes, fetched(ID, HALF));
    }

    @Test
    void whatIsDeletedIsGoneAndTheRestIsThere() throws IOException {
        store.put(ID, HALF, file(random(100)));
        store.put(ID, EIGHTH, file(random(100)));
        store.delete(ID, HALF);
        store.delete(ID, HALF);
        assertFalse(store.holds(ID, HALF));
        assertTrue(store.holds(ID, EIGHTH));
    }

    private byte[] fetched(ImageId id, Level level) throws IOException {
        Path target = Files.createTempDirectory(files, "fetched").resolve("target");
        assertTrue(store.fetch(id, level, target));
        return Files.readAllBytes(target);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(files, "level", ""), bytes);
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
