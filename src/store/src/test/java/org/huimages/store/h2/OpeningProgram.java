package org.huimages.store.h2;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.testkit.Samples;

/// Opens a catalog, says so, and keeps it open until its input ends.
final class OpeningProgram {
    private OpeningProgram() {}

    /// @param arguments the catalog's folder
    public static void main(String[] arguments) throws IOException {
        try (H2Catalog open = H2Catalog.open(Path.of(arguments[0]))) {
            open.find(Samples.id(1));
            System.out.println("open");
            System.in.readAllBytes();
        }
    }
}
