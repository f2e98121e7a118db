package org.huimages.store.h2;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// For tests of a catalog that is open, and empty at first.
abstract class OpenCatalog {
    @TempDir
    Path folder;

    H2Catalog catalog;

    @BeforeEach
    final void open() {
        catalog = H2Catalog.open(folder);
    }

    @AfterEach
    final void close() {
        catalog.close();
    }
}
