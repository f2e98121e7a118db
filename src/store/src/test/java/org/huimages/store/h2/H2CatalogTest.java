package org.huimages.store.h2;

import java.nio.file.Path;
import org.huimages.catalog.Catalog;
import org.huimages.testkit.CatalogContract;
import org.huimages.testkit.CatalogFormsContract;
import org.huimages.testkit.CatalogListContract;
import org.huimages.testkit.CatalogMarksContract;
import org.huimages.testkit.CatalogSearchContract;
import org.huimages.testkit.CatalogTagsContract;
import org.huimages.testkit.CatalogUpdateContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

class H2CatalogTest {
    @TempDir
    Path folder;

    @Nested
    class Saving extends CatalogContract {
        @Override
        protected Catalog open() {
            return H2Catalog.open(folder);
        }
    }

    @Nested
    class Updating extends CatalogUpdateContract {
        @Override
        protected Catalog open() {
            return H2Catalog.open(folder);
        }
    }

    @Nested
    class Listing extends CatalogListContract {
        @Override
        protected Catalog open() {
            return H2Catalog.open(folder);
        }
    }

    @Nested
    class Searching extends CatalogSearchContract {
        @Override
        protected Catalog open() {
            return H2Catalog.open(folder);
        }
    }

    @Nested
    class Marking extends CatalogMarksContract {
        @Override
        protected Catalog open() {
            return H2Catalog.open(folder);
        }
    }

    @Nested
    class Tagging extends CatalogTagsContract {
        @Override
        protected Catalog open() {
            return H2Catalog.open(folder);
        }
    }

    @Nested
    class KeepingForms extends CatalogFormsContract {
        @Override
        protected Catalog open() {
            return H2Catalog.open(folder);
        }
    }
}
