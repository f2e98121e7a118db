package org.huimages.catalog;

import org.huimages.testkit.CatalogContract;
import org.huimages.testkit.CatalogFormsContract;
import org.huimages.testkit.CatalogListContract;
import org.huimages.testkit.CatalogMarksContract;
import org.huimages.testkit.CatalogSearchContract;
import org.huimages.testkit.CatalogTagsContract;
import org.huimages.testkit.CatalogUpdateContract;
import org.junit.jupiter.api.Nested;

class MemoryCatalogTest {
    @Nested
    class Saving extends CatalogContract {
        @Override
        protected Catalog open() {
            return new MemoryCatalog();
        }
    }

    @Nested
    class Updating extends CatalogUpdateContract {
        @Override
        protected Catalog open() {
            return new MemoryCatalog();
        }
    }

    @Nested
    class Listing extends CatalogListContract {
        @Override
        protected Catalog open() {
            return new MemoryCatalog();
        }
    }

    @Nested
    class Searching extends CatalogSearchContract {
        @Override
        protected Catalog open() {
            return new MemoryCatalog();
        }
    }

    @Nested
    class Marking extends CatalogMarksContract {
        @Override
        protected Catalog open() {
            return new MemoryCatalog();
        }
    }

    @Nested
    class Tagging extends CatalogTagsContract {
        @Override
        protected Catalog open() {
            return new MemoryCatalog();
        }
    }

    @Nested
    class KeepingForms extends CatalogFormsContract {
        @Override
        protected Catalog open() {
            return new MemoryCatalog();
        }
    }
}
