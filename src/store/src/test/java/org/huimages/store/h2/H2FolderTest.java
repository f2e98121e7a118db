package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.failure.SetupException;
import org.huimages.testkit.ChildJvm;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a catalog does with the folder that it is given.
class H2FolderTest {
    @TempDir
    Path folder;

    @Test
    void whatWasSavedIsThereAfterReopening() {
        saveOne();
        assertOneIsThere();
    }

    @Test
    void aFolderMayHaveAnyName() {
        Path odd = folder.resolve("Bilder \u00FC\u00DF \u65E5\u672C, 100% 'x' #1");
        try (H2Catalog catalog = H2Catalog.open(odd)) {
            catalog.save(Samples.document(1));
        }
        assertTrue(Files.exists(odd.resolve("catalog.mv.db")));
    }

    @Test
    void aClosedCatalogIsUnavailable() {
        H2Catalog catalog = H2Catalog.open(folder);
        catalog.close();
        Failure failure = assertThrows(FailureException.class, () -> catalog.find(Samples.id(1)))
                .failure();
        assertInstanceOf(Failure.Unavailable.class, failure);
    }

    @Test
    void closingTwiceDoesNoHarm() {
        H2Catalog catalog = H2Catalog.open(folder);
        catalog.close();
        catalog.close();
    }

    @Test
    void noThreadOutlivesAnyCatalog() throws InterruptedException {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        saveOne();
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (!before.contains(thread)) {
                thread.join(5_000);
                assertFalse(thread.isAlive(), () -> thread + " is still running");
            }
        }
    }

    @Test
    void aLaterSchemaIsRefusedAndLeftAlone() throws SQLException {
        saveOne();
        database().execute("UPDATE schema_version SET version = " + (Schema.VERSION + 1) + "; DROP TABLE picture");
        String message = assertRefused();
        assertTrue(message.contains("later huImages"), message);
        assertEquals(
                0, database().number("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'PICTURE'"));
    }

    @Test
    void aFirstStartThatWasCutShortIsFinished() throws SQLException {
        saveOne();
        database().execute("DELETE FROM schema_version");
        assertOneIsThere();
        assertEquals(Schema.VERSION, database().number("SELECT version FROM schema_version"));
    }

    @Test
    void aDamagedFileIsRefusedAndUnlockedForItsCopy() throws IOException {
        saveOne();
        Path file = folder.resolve("catalog.mv.db");
        byte[] copy = Files.readAllBytes(file);
        byte[] damaged = copy.clone();
        new Random(1).nextBytes(damaged);
        Files.write(file, damaged);
        String message = assertRefused();
        assertTrue(message.contains(folder.toString()), message);
        Files.write(file, copy);
        assertOneIsThere();
    }

    @Test
    void aFileThatIsNoDatabaseIsRefused() throws IOException {
        Files.writeString(folder.resolve("catalog.mv.db"), "this is a letter\n".repeat(1000));
        assertRefused();
    }

    @Test
    void aCatalogThatAnotherJvmHasOpenIsRefused() throws Exception {
        Process child = ChildJvm.start(OpeningProgram.class, folder.toString());
        try (BufferedReader lines = child.inputReader()) {
            assertEquals("open", lines.readLine());
            assertRefused();
        } finally {
            child.outputWriter().close();
            assertEquals(0, child.waitFor());
        }
        saveOne();
    }

    @Test
    void twoCatalogsOfOneJvmShareTheDatabase() {
        try (H2Catalog first = H2Catalog.open(folder);
                H2Catalog second = H2Catalog.open(folder)) {
            first.save(Samples.document(1));
            assertFalse(second.save(Samples.document(1, "title")).created());
        }
        assertOneIsThere();
    }

    private Database database() {
        return new Database(folder);
    }

    private void saveOne() {
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            catalog.save(Samples.document(1, "title"));
        }
    }

    private void assertOneIsThere() {
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            assertEquals(Optional.of(Samples.document(1, "title")), catalog.find(Samples.id(1)));
        }
    }

    /// Opening is refused with one line, which is returned.
    private String assertRefused() {
        String message = String.valueOf(
                assertThrows(SetupException.class, () -> H2Catalog.open(folder)).getMessage());
        assertEquals(1, message.lines().count(), message);
        return message;
    }
}
