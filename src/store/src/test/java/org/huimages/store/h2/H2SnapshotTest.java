package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy of the file, taken at the moment of an answer, is what a server that is killed then starts again with.
///
/// H2 2.5.252 alone fails here: see [FileHeader].
class H2SnapshotTest {
    /// How many pictures there are before places of the file become free and are written over.
    private static final int PICTURES = 40;

    private static final int SNAPSHOTS = 60;
    private static final int BETWEEN_COMPACTIONS = 10;

    @TempDir
    Path folder;

    @TempDir
    Path copies;

    @Test
    void theFileHoldsWhatWasAcknowledgedAtThatMoment() throws Exception {
        try (Transactions transactions = new Transactions(H2Database.open(folder));
                Compaction compaction = new Compaction(transactions)) {
            new Database(folder).execute("SET RETENTION_TIME 0");
            for (int number = 0; number < PICTURES; number++) {
                save(transactions, number);
            }
            for (int snapshot = 0; snapshot < SNAPSHOTS; snapshot++) {
                mark(transactions, snapshot % PICTURES, "tag" + snapshot);
                assertMarked(snapshot % PICTURES, "tag" + snapshot);
                if (snapshot % BETWEEN_COMPACTIONS == 0) {
                    compaction.run();
                    assertMarked(snapshot % PICTURES, "tag" + snapshot);
                }
            }
        }
    }

    private static void save(Transactions transactions, int number) {
        transactions.write(connection ->
                Changes.make(connection, changes -> changes.save(Samples.document(number, "title"), Map.of())));
    }

    private static void mark(Transactions transactions, int number, String tag) {
        TreeSet<String> tags = new TreeSet<>(List.of(tag));
        Optional<?> marked = transactions.write(connection -> Changes.make(
                connection, changes -> changes.mark(Samples.id(number), "ann", marks -> marks.withTags(tags))));
        assertTrue(marked.isPresent());
    }

    private void assertMarked(int number, String tag) throws IOException {
        Path copy = Files.createTempDirectory(copies, tag);
        Files.copy(folder.resolve("catalog.mv.db"), copy.resolve("catalog.mv.db"));
        try (H2Catalog killed = H2Catalog.open(copy)) {
            assertEquals(
                    List.of(tag),
                    List.copyOf(killed.marks(Samples.id(number), "ann").tags()));
        }
        Files.delete(copy.resolve("catalog.mv.db"));
    }
}
