package org.huimages.store.couch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.huimages.catalog.Catalog;
import org.huimages.testkit.CatalogContract;
import org.huimages.testkit.CatalogListContract;
import org.huimages.testkit.CatalogMarksContract;
import org.huimages.testkit.CatalogSearchContract;
import org.huimages.testkit.CatalogTagsContract;
import org.huimages.testkit.CatalogUpdateContract;
import org.huimages.testkit.couch.CouchServer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.extension.RegisterExtension;

class CouchCatalogTest {
    @RegisterExtension
    static final CouchServer COUCH = new CouchServer();

    /// New databases, whose lists are ready.
    private static CouchCatalog ready() {
        return ready(COUCH, new CouchNames(COUCH.database(), COUCH.database()));
    }

    /// A catalog whose lists are ready.
    static CouchCatalog ready(CouchServer couch, CouchNames names) {
        CouchCatalog catalog = CouchCatalog.open(
                CouchAddress.parse(couch.address()), names, CouchLimits.ofAnswers(Duration.ofSeconds(30)));
        try {
            assertTrue(catalog.awaitLists(Duration.ofSeconds(30)), catalog::state);
        } catch (InterruptedException end) {
            throw new IllegalStateException(end);
        }
        return catalog;
    }

    @Nested
    class Saving extends CatalogContract {
        @Override
        protected Catalog open() {
            return ready();
        }
    }

    @Nested
    class Updating extends CatalogUpdateContract {
        @Override
        protected Catalog open() {
            return ready();
        }
    }

    @Nested
    class Listing extends CatalogListContract {
        @Override
        protected Catalog open() {
            return ready();
        }
    }

    @Nested
    class Searching extends CatalogSearchContract {
        @Override
        protected Catalog open() {
            return ready();
        }
    }

    @Nested
    class Marking extends CatalogMarksContract {
        @Override
        protected Catalog open() {
            return ready();
        }
    }

    @Nested
    class Tagging extends CatalogTagsContract {
        @Override
        protected Catalog open() {
            return ready();
        }
    }
}
