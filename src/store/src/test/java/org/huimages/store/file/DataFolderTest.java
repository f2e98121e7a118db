package org.huimages.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huimages.failure.SetupException;
import org.huimages.testkit.ChildJvm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path parent;

    @Test
    void aMissingFolderIsMade() {
        Path folder = parent.resolve("a/b/c");
        try (DataFolder data = DataFolder.open(folder)) {
            assertTrue(Files.isDirectory(folder));
            assertEquals(folder, data.path());
        }
    }

    @Test
    void itsFoldersLieInItAndApart() {
        try (DataFolder data = DataFolder.open(parent)) {
            assertEquals(parent.resolve("originals"), data.originals());
            assertEquals(parent.resolve("catalog"), data.catalog());
            assertEquals(parent.resolve("spool"), data.spool());
        }
    }

    @Test
    void aSymbolicLinkToAFolderWillDo() throws IOException {
        Path link = Files.createSymbolicLink(parent.resolve("link"), Files.createDirectory(parent.resolve("real")));
        DataFolder.open(link).close();
    }

    @Test
    void aFolderThatCannotBeMadeIsRefusedWithOneLine() throws IOException {
        Path file = Files.writeString(parent.resolve("file"), "x");
        assertRefused(file);
        assertRefused(file.resolve("below"));
    }

    @Test
    void aSecondOwnerInThisJvmIsRefused() {
        try (DataFolder first = DataFolder.open(parent)) {
            assertTrue(assertRefused(first.path()).contains("another huImages"));
        }
    }

    @Test
    void aSecondOwnerByAnotherNameIsRefused() throws IOException {
        Path real = Files.createDirectory(parent.resolve("real"));
        Path link = Files.createSymbolicLink(parent.resolve("link"), real);
        DataFolder first = DataFolder.open(real);
        assertRefused(link);
        first.close();
    }

    @Test
    void closingLetsTheNextOneIn() {
        DataFolder.open(parent).close();
        DataFolder again = DataFolder.open(parent);
        again.close();
        again.close();
        DataFolder.open(parent).close();
    }

    @Test
    void whatAnotherJvmOwnsIsRefusedUntilThatIsKilled() throws Exception {
        Process owner = ChildJvm.start(OwningProgram.class, parent.toString());
        try (BufferedReader lines = owner.inputReader()) {
            assertEquals("owned", lines.readLine());
            assertRefused(parent);
        } finally {
            owner.destroyForcibly().waitFor();
        }
        DataFolder.open(parent).close();
    }

    @Test
    void whatThisJvmOwnsIsRefusedToAnother() throws Exception {
        DataFolder data = DataFolder.open(parent);
        assertEquals("refused", answerOfAnotherJvm());
        data.close();
        assertEquals("owned", answerOfAnotherJvm());
    }

    /// On POSIX systems closing any channel of a file drops all locks that the process has on it.
    @Test
    void aRefusalInThisJvmDoesNotLetAnotherJvmIn() throws Exception {
        DataFolder data = DataFolder.open(parent);
        assertRefused(parent);
        assertEquals("refused", answerOfAnotherJvm());
        data.close();
    }

    private String answerOfAnotherJvm() throws IOException, InterruptedException {
        Process other = ChildJvm.start(OwningProgram.class, parent.toString());
        try (BufferedReader lines = other.inputReader()) {
            return String.valueOf(lines.readLine());
        } finally {
            other.outputWriter().close();
            assertEquals(0, other.waitFor());
        }
    }

    /// Opening is refused with one line that names the folder, and is returned.
    private static String assertRefused(Path folder) {
        String message = String.valueOf(assertThrows(SetupException.class, () -> DataFolder.open(folder))
                .getMessage());
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.contains("HUIMAGES_DATA is " + folder), message);
        return message;
    }
}
