package org.huimages.store.h2;

import java.nio.file.Path;
import org.huimages.catalog.Catalog;
import org.huimages.testkit.CatalogContract;
import org.junit.jupiter.api.io.TempDir;

class H2CatalogTest extends CatalogContract {
    @TempDir
    Path folder;

    @Override
    protected Catalog open() {
        return H2Catalog.open(folder);
    }
}
