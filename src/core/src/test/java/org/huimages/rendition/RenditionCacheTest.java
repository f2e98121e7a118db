package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.huimages.failure.SetupException;
import org.huimages.file.Leftovers;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RenditionCacheTest {
    private static final RenditionKey KEY = new RenditionKey(
            new ImageId("3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ01"), new Size.Fit(240, 160), ImageFormat.JPEG);

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void nameFolder() {
        folder = parent.resolve("cache");
    }

    @Test
    void aPublishedFileIsHeld() throws IOException {
        RenditionCache cache = open();
        assertFalse(cache.holds(KEY));
        publish(cache, "picture");
        assertTrue(cache.holds(KEY));
        assertEquals(folder.resolve(KEY.location()), cache.file(KEY));
        assertEquals("picture", Files.readString(cache.file(KEY)));
        assertEquals(0, unfinished());
    }

    @Test
    void anUnfinishedFileIsNotHeldAndHasANameOfItsOwn() throws IOException {
        RenditionCache cache = open();
        Path one = Files.writeString(cache.temporary(KEY.format()), "half a pict");
        Path two = cache.temporary(KEY.format());
        assertFalse(cache.holds(KEY));
        assertFalse(one.equals(two));
        assertTrue(two.toString().endsWith(".jpeg"), two::toString);
    }

    @Test
    void aFolderWhereAFileShouldBeIsNotHeld() throws IOException {
        RenditionCache cache = open();
        Files.createDirectories(cache.file(KEY));
        assertFalse(cache.holds(KEY));
    }

    @Test
    void publishingAgainReplaces() throws IOException {
        RenditionCache cache = open();
        publish(cache, "old");
        publish(cache, "new");
        assertEquals("new", Files.readString(cache.file(KEY)));
    }

    /// A rename between two links to the same bytes does nothing (rename(2)).
    @Test
    void publishingTheSameBytesAgainLeavesNothingUnfinished() throws IOException {
        RenditionCache cache = open();
        publish(cache, "original");
        Path link = cache.temporary(KEY.format());
        Files.createLink(link, cache.file(KEY));
        cache.publish(link, KEY);
        assertTrue(cache.holds(KEY));
        assertEquals(0, unfinished());
    }

    @Test
    void aReaderNeverSeesHalfAFile() throws Exception {
        RenditionCache cache = open();
        String[] pictures = {"x".repeat(100_000), "y".repeat(100_000)};
        publish(cache, pictures[0]);
        CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
            for (int round = 0; round < 200; round++) {
                publish(cache, pictures[round % 2]);
            }
        });
        while (!writer.isDone()) {
            assertTrue(List.of(pictures).contains(Files.readString(cache.file(KEY))));
        }
        writer.get();
    }

    /// The keeper removes empty folders, perhaps that of a picture that is being made.
    @Test
    void aFolderThatWasRemovedMeanwhileIsMadeAgain() throws IOException {
        RenditionCache cache = open();
        publish(cache, "old");
        Path finished = Files.writeString(cache.temporary(KEY.format()), "picture");
        Leftovers.removeTree(folder.resolve(KEY.prefix()));
        cache.publish(finished, KEY);
        assertEquals("picture", Files.readString(cache.file(KEY)));
        assertEquals(0, unfinished());
    }

    @Test
    void aCacheThatWasRemovedByHandIsMadeAgain() throws IOException {
        RenditionCache cache = open();
        publish(cache, "picture");
        removeAll(folder);
        assertFalse(cache.holds(KEY));
        publish(cache, "picture");
        assertTrue(cache.holds(KEY));
        assertTrue(open().holds(KEY), "it is known as a cache at the next start");
    }

    @Test
    void itIsThereAfterReopening() throws IOException {
        publish(open(), "picture");
        assertTrue(open().holds(KEY));
    }

    @Test
    void whatACrashLeftUnfinishedIsSweptAtTheNextStart() throws IOException {
        RenditionCache cache = open();
        publish(cache, "picture");
        Files.writeString(cache.temporary(KEY.format()), "half a pict");
        assertTrue(open().holds(KEY));
        assertEquals(0, unfinished());
    }

    @Test
    void anEmptyFolderWillDo() throws IOException {
        Files.createDirectories(folder);
        assertDoesNotThrow(this::open);
    }

    @Test
    void aFolderWithOtherThingsIsRefusedAndLeftAlone() throws IOException {
        Files.createDirectories(folder.resolve("3I"));
        Files.writeString(folder.resolve("holiday.jpeg"), "precious");
        assertRefused();
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(2, entries.count());
        }
    }

    @ParameterizedTest(name = "cache in {0}, originals in {1}")
    @CsvSource({
        "data,             data",
        "data/originals,   data",
        "data,             data/originals",
        "data,             data/../data/originals",
        "a/../data/x/y,    data",
        "link,             data",
        "link,             data/originals",
        "link/cache,       data",
        "link/new/cache,   data/new",
        "data,             link/originals",
        "data/new,         link",
        "deep,             data",
        "deep/cache,       data/originals",
    })
    void whatOverlapsWithPreciousFilesIsRefused(Path cache, Path precious) throws IOException {
        Files.createDirectories(parent.resolve("data/originals"));
        Files.createDirectories(parent.resolve("a"));
        Files.createSymbolicLink(parent.resolve("link"), Path.of("data"));
        Files.createSymbolicLink(parent.resolve("deep"), parent.resolve("link/originals"));
        folder = parent.resolve(cache);
        assertRefused(parent.resolve(precious));
        assertFalse(Files.exists(parent.resolve("data/new")), "nothing was made there");
        try (Stream<Path> entries = Files.list(parent.resolve("data"))) {
            assertEquals(1, entries.count());
        }
    }

    @Test
    void aNeighbourWithALikeNameIsNoOverlap() throws IOException {
        Path originals = Files.createDirectories(parent.resolve("cache-originals"));
        assertDoesNotThrow(() -> RenditionCache.open(folder, List.of(originals, parent.resolve("cach"))));
    }

    @Test
    void aSymbolicLinkToAFolderApartWillDo() throws IOException {
        Path real = Files.createDirectory(parent.resolve("real"));
        Files.createSymbolicLink(folder, real);
        RenditionCache cache = RenditionCache.open(folder, List.of(parent.resolve("originals")));
        publish(cache, "picture");
        assertTrue(Files.exists(real.resolve(KEY.location())));
    }

    private RenditionCache open() throws IOException {
        return RenditionCache.open(folder, List.of(parent.resolve("originals")));
    }

    private void assertRefused(Path... precious) {
        SetupException refused =
                assertThrows(SetupException.class, () -> RenditionCache.open(folder, List.of(precious)));
        String message = String.valueOf(refused.getMessage());
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.contains("HUIMAGES_CACHE"), message);
    }

    private static void publish(RenditionCache cache, String content) {
        Path file = cache.temporary(KEY.format());
        assertDoesNotThrow(() -> Files.writeString(file, content));
        cache.publish(file, KEY);
    }

    private long unfinished() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".tmp"))) {
            return files.count();
        }
    }

    private static void removeAll(Path tree) throws IOException {
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
