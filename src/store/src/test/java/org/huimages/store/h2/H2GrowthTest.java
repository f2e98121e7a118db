package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.huimages.catalog.Audience;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The database file does not grow without bound.
class H2GrowthTest {
    private static final int PICTURES = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FILLED =
            "SELECT setting_value FROM information_schema.settings WHERE setting_name = 'info.CHUNKS_FILL_RATE'";

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenPieceByPieceIsGatheredWhileTheCatalogIsOpen() throws Exception {
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            Database database = new Database(folder);
            database.execute("SET RETENTION_TIME 0");
            for (int number = 0; number < PICTURES; number++) {
                String tag = "tag" + number;
                catalog.save(Samples.document(number, "title " + number));
                catalog.mark(Samples.id(number), "ann", marks -> marks.withTags(new TreeSet<>(List.of(tag))));
            }
            awaitFilled(database);
            assertEquals(
                    PICTURES, catalog.page(Audience.PUBLIC, "", 2 * PICTURES).size());
        }
    }

    private static void awaitFilled(Database database) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (database.number(FILLED) < Compaction.FILLED) {
            assertTrue(Instant.now().isBefore(end), () -> filled(database) + " % of the file are current");
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private static int filled(Database database) {
        try {
            return database.number(FILLED);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
