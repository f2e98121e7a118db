package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.original.OriginalStore;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What every [OriginalStore] promises.
public abstract class OriginalStoreContract {
    private static final ImageId ID = Samples.id(1);
    private static final int WRITERS = 16;

    /// For the files that are put and fetched.
    @TempDir
    protected Path files;

    private OriginalStore store;

    /// A new store with nothing in it.
    protected abstract OriginalStore open() throws IOException;

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
        Path file = file("in", length);
        assertTrue(store.put(ID, file));
        assertArrayEquals(Files.readAllBytes(file), fetched(ID));
    }

    @Test
    void puttingAgainIsFalseAndHarmless() throws IOException {
        Path file = file("in", 100);
        assertTrue(store.put(ID, file));
        assertFalse(store.put(ID, file));
        assertArrayEquals(Files.readAllBytes(file), fetched(ID));
    }

    @Test
    void whatIsThereStays() throws IOException {
        Path first = file("first", 100);
        store.put(ID, first);
        assertFalse(store.put(ID, file("second", 50)));
        assertArrayEquals(Files.readAllBytes(first), fetched(ID));
        assertEquals(OptionalLong.of(100), store.length(ID));
    }

    @Test
    void theFileThatIsPutIsLeftAsItIs() throws IOException {
        Path file = file("in", 100);
        byte[] bytes = Files.readAllBytes(file);
        store.put(ID, file);
        store.put(ID, file);
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void theFileThatWasPutIsNotNeededAnyMore() throws IOException {
        Path file = file("in", 100);
        byte[] bytes = Files.readAllBytes(file);
        store.put(ID, file);
        Files.delete(file);
        assertArrayEquals(bytes, fetched(ID));
    }

    @Test
    void aPutOfNoFileFailsAndStoresNothing() throws IOException {
        assertThrows(IOException.class, () -> store.put(ID, files.resolve("missing")));
        assertEquals(OptionalLong.empty(), store.length(ID));
        assertEquals(Set.of(), listed());
    }

    @Test
    void ofManyWritersOneWins() throws Exception {
        List<Path> files = IntStream.range(0, WRITERS)
                .mapToObj(writer -> file("writer" + writer, 1000 + writer))
                .toList();
        List<Boolean> stored = Race.run(WRITERS, writer -> store.put(ID, files.get(writer)));
        assertEquals(1, Collections.frequency(stored, true));
        assertArrayEquals(Files.readAllBytes(files.get(stored.indexOf(true))), fetched(ID));
    }

    @Test
    void ofManyWritersOfOneFileOneWins() throws Exception {
        Path file = file("in", 1000);
        List<Boolean> stored = Race.run(WRITERS, writer -> store.put(ID, file));
        assertEquals(1, Collections.frequency(stored, true));
        assertArrayEquals(Files.readAllBytes(file), fetched(ID));
    }

    @Test
    void whatIsMissingIsNotFetchedAndNoFileIsMade() throws IOException {
        Path target = files.resolve("out");
        assertFalse(store.fetch(ID, target));
        assertFalse(Files.exists(target));
    }

    @Test
    void aFetchedFileMayBeRemoved() throws IOException {
        store.put(ID, file("in", 100));
        Path target = files.resolve("out");
        assertTrue(store.fetch(ID, target));
        Files.delete(target);
        assertEquals(100, fetched(ID).length);
    }

    @Test
    void aFetchOverwritesNothing() throws IOException {
        store.put(ID, file("in", 100));
        Path target = Files.writeString(files.resolve("out"), "was here before");
        assertThrows(IOException.class, () -> store.fetch(ID, target));
        assertEquals("was here before", Files.readString(target));
    }

    @Test
    void aTargetThatCannotBeMadeIsNoMissingOriginal() throws IOException {
        store.put(ID, file("in", 100));
        Path target = files.resolve("no such folder").resolve("out");
        assertThrows(IOException.class, () -> store.fetch(ID, target));
    }

    @Test
    void manyReadersGetTheSame() throws Exception {
        store.put(ID, file("in", 1000));
        List<Boolean> fetched = Race.run(WRITERS, reader -> store.fetch(ID, files.resolve("out" + reader)));
        assertEquals(Collections.nCopies(WRITERS, true), fetched);
        for (int reader = 0; reader < WRITERS; reader++) {
            assertEquals(-1, Files.mismatch(files.resolve("in"), files.resolve("out" + reader)));
        }
    }

    @Test
    void theLengthIsTold() throws IOException {
        assertEquals(OptionalLong.empty(), store.length(ID));
        store.put(ID, file("in", 12_345));
        assertEquals(OptionalLong.of(12_345), store.length(ID));
    }

    @Test
    void whatIsDeletedIsGoneAndCanBePutAgain() throws IOException {
        store.put(ID, file("in", 100));
        assertTrue(store.delete(ID));
        assertEquals(OptionalLong.empty(), store.length(ID));
        assertFalse(store.fetch(ID, files.resolve("out")));
        assertTrue(store.put(ID, file("again", 50)));
        assertEquals(50, fetched(ID).length);
    }

    @Test
    void whatIsNotThereIsNotDeleted() throws IOException {
        assertFalse(store.delete(ID));
        store.put(ID, file("in", 100));
        assertTrue(store.delete(ID));
        assertFalse(store.delete(ID));
    }

    @Test
    void aFetchedFileOutlivesItsOriginal() throws IOException {
        store.put(ID, file("in", 100));
        Path target = files.resolve("out");
        store.fetch(ID, target);
        store.delete(ID);
        assertEquals(100, Files.size(target));
    }

    @Test
    void clustersAreToldApart() throws IOException {
        ImageId elsewhere = ImageId.of(ID.sha1(), "02");
        store.put(ID, file("in", 100));
        assertEquals(OptionalLong.empty(), store.length(elsewhere));
        assertTrue(store.put(elsewhere, file("other", 50)));
        store.delete(elsewhere);
        assertEquals(100, fetched(ID).length);
    }

    @Test
    void allAreListedAndNothingElse() throws IOException {
        assertEquals(Set.of(), listed());
        putAll(0, 300);
        store.delete(Samples.id(7));
        Set<ImageId> expected = ids(0, 300);
        expected.remove(Samples.id(7));
        assertEquals(expected, listed());
    }

    @Test
    void whatWasThereIsListedWhileOthersPut() throws Exception {
        putAll(0, 50);
        List<Set<ImageId>> lists = Race.run(4, runner -> {
            if (runner > 0) {
                putAll(runner * 100, runner * 100 + 100);
            }
            return listed();
        });
        lists.forEach(list -> assertTrue(list.containsAll(ids(0, 50))));
        assertEquals(350, listed().size());
    }

    private void putAll(int from, int to) throws IOException {
        for (int number = from; number < to; number++) {
            store.put(Samples.id(number), file("in" + number, 10));
        }
    }

    private static Set<ImageId> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(Samples::id).collect(Collectors.toSet());
    }

    private Set<ImageId> listed() throws IOException {
        try (Stream<ImageId> all = store.list()) {
            List<ImageId> ids = all.toList();
            assertEquals(ids.size(), Set.copyOf(ids).size(), "an ID is listed twice");
            return Set.copyOf(ids);
        }
    }

    private byte[] fetched(ImageId id) throws IOException {
        Path target = files.resolve("fetched");
        Files.deleteIfExists(target);
        assertTrue(store.fetch(id, target));
        return Files.readAllBytes(target);
    }

    /// A new file of that many bytes, others for each name.
    private Path file(String name, int length) {
        byte[] bytes = new byte[length];
        new Random(name.hashCode()).nextBytes(bytes);
        try {
            return Files.write(files.resolve(name), bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
