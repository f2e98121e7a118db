package org.huimages.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing but renditions in the cache is ever counted or removed.
class StrangersTest {
    @TempDir
    Path parent;

    private KeptFolder cache;
    private Path outside;

    @BeforeEach
    void fill() throws IOException {
        cache = new KeptFolder(parent.resolve("cache"), 1L << 30);
        outside = Files.createDirectories(parent.resolve("outside"));
    }

    /// Everything that may go goes, and what is below `parent` afterwards is as before.
    private void assertUntouched() throws IOException, InterruptedException {
        List<String> before = everything();
        cache.keeper.recount(Recount.Pace.FULL_SPEED);
        assertEquals(0, cache.used().files());
        cache.keeper.free(1L << 30);
        assertEquals(before, everything());
    }

    private List<String> everything() throws IOException {
        try (Stream<Path> all = Files.walk(parent)) {
            return all.map(path -> parent.relativize(path).toString())
                    .filter(path -> !path.endsWith(CacheKeeper.TOTALS))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aLinkedFileIsNotFollowed() throws IOException, InterruptedException {
        Path precious = Files.writeString(outside.resolve("1x1.jpeg"), "precious");
        Path picture = Files.createDirectories(cache.picture(1));
        Files.createSymbolicLink(picture.resolve("1x1.jpeg"), precious);
        assertUntouched();
    }

    @Test
    void aLinkedFolderOfAPictureIsNotFollowed() throws IOException, InterruptedException {
        Files.writeString(outside.resolve("1x1.jpeg"), "precious");
        Files.createDirectories(cache.picture(1).getParent());
        Files.createSymbolicLink(cache.picture(1), outside);
        assertUntouched();
    }

    @Test
    void aLinkedPrefixIsNotFollowed() throws IOException, InterruptedException {
        Path picture = cache.picture(1);
        Path far = Files.createDirectories(outside.resolve(picture.getFileName()));
        Files.writeString(far.resolve("1x1.jpeg"), "precious");
        Files.createSymbolicLink(picture.getParent(), outside);
        assertUntouched();
    }

    @Test
    void filesWithOtherNamesAreLeftAlone() throws IOException, InterruptedException {
        Path picture = Files.createDirectories(cache.picture(1));
        Files.writeString(picture.resolve("holiday.jpeg"), "precious");
        Files.writeString(picture.resolve(".hidden"), "precious");
        Files.createDirectories(picture.resolve("9x9.jpeg"));
        Files.writeString(picture.resolveSibling("1x1.jpeg"), "precious");
        Files.createDirectories(picture.resolveSibling("folder"));
        Files.writeString(picture.resolveSibling("folder").resolve("1x1.jpeg"), "precious");
        Files.writeString(cache.folder.resolve("1x1.jpeg"), "precious");
        Files.createDirectories(cache.folder.resolve("ABC"));
        Files.writeString(cache.folder.resolve("ABC").resolve("1x1.jpeg"), "precious");
        assertUntouched();
    }

    /// The folder of another prefix is no place for a picture.
    @Test
    void aPictureInTheWrongPlaceIsLeftAlone() throws IOException, InterruptedException {
        Path wrong = cache.folder
                .resolve("ZZ")
                .resolve(String.valueOf(cache.picture(1).getFileName()));
        Files.createDirectories(wrong);
        Files.writeString(wrong.resolve("1x1.jpeg"), "precious");
        assertUntouched();
    }

    @Test
    void theOriginalBehindALinkStays() throws IOException {
        Path original = Files.writeString(outside.resolve("original"), "precious");
        Path picture = Files.createDirectories(cache.picture(1));
        Files.createLink(picture.resolve("o.jpeg"), original);
        cache.keeper.free(1L << 30);
        assertTrue(Files.notExists(picture));
        assertEquals("precious", Files.readString(original));
    }
}
