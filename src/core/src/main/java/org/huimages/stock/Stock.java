package org.huimages.stock;

import org.huimages.catalog.Catalog;
import org.huimages.original.OriginalStore;

/// All that is held of pictures and cannot be made again.
///
/// @param locks for whoever changes bytes and document together
public record Stock(OriginalStore originals, Catalog catalog, PictureLocks locks) {

    public Stock(OriginalStore originals, Catalog catalog) {
        this(originals, catalog, new PictureLocks());
    }
}
