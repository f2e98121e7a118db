package org.huimages.rendition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpareTest {
    @TempDir
    Path parent;

    private Path cache;
    private Path memory;

    @BeforeEach
    void makeFolders() throws IOException {
        cache = Files.createDirectory(parent.resolve("cache"));
        memory = Files.createDirectory(parent.resolve("memory"));
    }

    private Optional<Spare> open() {
        return Spare.open(cache, memory);
    }

    @Test
    void itIsPrivateAndSweptAndGoneAtTheEnd() throws IOException {
        Spare spare = open().orElseThrow();
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(spare.folder())));
        Files.writeString(spare.temporary(ImageFormat.JPEG), "left by a crash");
        Spare again = open().orElseThrow();
        assertEquals(spare.folder(), again.folder());
        try (Stream<Path> files = Files.list(again.folder())) {
            assertEquals(0, files.count());
        }
        again.close();
        assertFalse(Files.exists(again.folder()));
    }

    @Test
    void eachCacheHasItsOwn() throws IOException {
        Path other = Files.createDirectory(parent.resolve("other"));
        assertFalse(open().orElseThrow()
                .folder()
                .equals(Spare.open(other, memory).orElseThrow().folder()));
    }

    @Test
    void aNameThatSomebodyElseHasTakenIsNotUsed() throws IOException {
        Path folder = open().orElseThrow().folder();
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(Optional.empty(), open());
        Files.delete(folder);
        Files.createSymbolicLink(folder, cache);
        assertEquals(Optional.empty(), open());
    }

    @Test
    void withoutMemoryThereIsNone() {
        assertEquals(Optional.empty(), Spare.open(cache, parent.resolve("missing")));
    }

    @Test
    void twoAtATimeAreMadeThere() {
        Spare spare = open().orElseThrow();
        spare.enter();
        spare.enter();
        Failure full = assertThrows(FailureException.class, spare::enter).failure();
        assertInstanceOf(Failure.DiskFull.class, full);
        spare.leave();
        spare.enter();
        assertTrue(spare.holds(spare.temporary(ImageFormat.WEBP)));
    }
}
