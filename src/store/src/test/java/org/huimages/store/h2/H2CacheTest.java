package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.h2.mvstore.FileStore;
import org.huimages.store.h2.H2Catalog.Marked;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pages that are kept in memory.
class H2CacheTest {
    private static final int PICTURES = 3000;

    @TempDir
    Path folder;

    @Test
    void pagesStayWhenAnotherConnectionIsOpened() {
        HikariDataSource pool = H2Database.open(folder);
        try (Transactions transactions = new Transactions(pool)) {
            new BulkLoad(transactions)
                    .save(IntStream.range(0, PICTURES)
                            .mapToObj(number -> new Marked(Samples.document(number, "title " + number), Map.of()))
                            .iterator());
            assertEquals(
                    PICTURES,
                    transactions
                            .read(connection -> PictureRows.all(connection, "", PICTURES))
                            .size());
            int used = file(transactions).getCacheSizeUsed();
            assertTrue(used > 0, "nothing is cached");
            pool.getHikariPoolMXBean().softEvictConnections();
            assertEquals(Long.valueOf(PICTURES), transactions.read(PictureRows::count));
            assertTrue(file(transactions).getCacheSizeUsed() >= used, "the cache was emptied");
        }
    }

    private static FileStore<?> file(Transactions transactions) {
        return transactions.read(connection -> FileHeader.store(connection).getFileStore());
    }
}
