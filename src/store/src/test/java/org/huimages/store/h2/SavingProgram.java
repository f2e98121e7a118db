package org.huimages.store.h2;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.testkit.Samples;

/// Saves documents and prints the number of each when it is acknowledged; then this JVM is gone at once, without
/// closing anything, or it goes on until it is killed.
final class SavingProgram {
    private static final int THREADS = 4;

    private SavingProgram() {}

    /// @param arguments the catalog's folder; after how many documents to halt, 0 for never; for how many
    ///     milliseconds free places of the file are not used again
    public static void main(String[] arguments) throws SQLException {
        Path folder = Path.of(arguments[0]);
        @SuppressWarnings("resource") // it is never closed: that is the point
        H2Catalog catalog = H2Catalog.open(folder);
        new Database(folder).execute("SET RETENTION_TIME " + arguments[2]);
        int last = Integer.parseInt(arguments[1]);
        if (last == 0) {
            saveForEver(catalog);
        } else {
            saveAndHalt(catalog, last);
        }
    }

    private static void saveAndHalt(H2Catalog catalog, int last) {
        for (int number = 1; number <= last; number++) {
            save(catalog, number);
        }
        Runtime.getRuntime().halt(0);
    }

    private static void saveForEver(H2Catalog catalog) {
        AtomicInteger numbers = new AtomicInteger();
        for (int thread = 0; thread < THREADS; thread++) {
            Thread.ofPlatform().start(() -> {
                while (true) {
                    save(catalog, numbers.incrementAndGet());
                }
            });
        }
    }

    private static void save(H2Catalog catalog, int number) {
        catalog.save(Samples.document(number, "title " + number));
        System.out.println(number);
    }
}
