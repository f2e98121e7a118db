package org.huimages.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.failure.FailureException;
import org.huimages.testkit.Samples;

/// Saves documents until that fails, sees whether they can be read, waits for a line, and sees whether all goes on.
final class FillingProgram {
    private static final String LONG_TITLE = "x".repeat(9_000);
    private static final int PATIENCE = 30;
    private static final int ATTEMPTS = 20;

    private FillingProgram() {}

    /// @param arguments the catalog's folder
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (H2Catalog catalog = H2Catalog.open(Path.of(arguments[0]))) {
            int saved = saveUntilFull(catalog);
            System.out.println(isReadableWhileFull(catalog, saved) ? "full" : "cannot be read while full");
            System.in.read();
            saveAgain(catalog);
            System.out.println(allThere(catalog, saved) ? "all there" : "some are missing");
        }
    }

    private static int saveUntilFull(H2Catalog catalog) {
        int number = 0;
        try {
            while (true) {
                catalog.save(Samples.document(number, LONG_TITLE));
                number++;
            }
        } catch (FailureException full) {
            return number;
        }
    }

    /// Each write that fails closes the database.
    private static boolean isReadableWhileFull(H2Catalog catalog, int number) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                catalog.save(Samples.document(number, LONG_TITLE));
                return false;
            } catch (FailureException full) {
                if (catalog.find(Samples.id(0)).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static void saveAgain(H2Catalog catalog) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                catalog.save(Samples.document(-1));
                return;
            } catch (FailureException stillBroken) {
                if (attempt == PATIENCE) {
                    throw stillBroken;
                }
                Thread.sleep(100);
            }
        }
    }

    private static boolean allThere(H2Catalog catalog, int saved) {
        for (int number = 0; number < saved; number++) {
            if (catalog.find(Samples.id(number)).isEmpty()) {
                return false;
            }
        }
        return saved > 0;
    }
}
