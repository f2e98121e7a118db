package org.huimages.catalog;

import org.huimages.testkit.CatalogContract;

class MemoryCatalogTest extends CatalogContract {
    @Override
    protected Catalog open() {
        return new MemoryCatalog();
    }
}
