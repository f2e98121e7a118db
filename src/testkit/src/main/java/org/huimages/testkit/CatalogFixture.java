package org.huimages.testkit;

import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/// What the parts of the contract of [Catalog] share: a catalog, new for each test.
abstract class CatalogFixture {
    Catalog catalog;

    /// A new catalog with nothing in it.
    protected abstract Catalog open();

    @BeforeEach
    void openCatalog() {
        catalog = open();
    }

    @AfterEach
    void closeCatalog() {
        catalog.close();
    }

    /// Saves it, and gives it back.
    ImageDocument saved(ImageDocument document) {
        catalog.save(document);
        return document;
    }
}
