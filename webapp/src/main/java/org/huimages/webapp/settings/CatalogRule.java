package org.huimages.webapp.settings;

import java.time.Duration;
import org.huimages.store.couch.CouchAddress;

/// Where the metadata is kept.
public sealed interface CatalogRule {

    /// In the data folder.
    record Embedded() implements CatalogRule {}

    /// In CouchDB, as older systems had it.
    ///
    /// @param timeout for one answer
    record Couch(CouchAddress server, Duration timeout) implements CatalogRule {}
}
