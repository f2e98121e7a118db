package org.huimages.webapp.start;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ReadOnlyCatalog;
import org.huimages.original.OriginalStore;
import org.huimages.original.ReadOnlyOriginalStore;
import org.huimages.original.Verify;
import org.huimages.stock.PictureLocks;
import org.huimages.stock.Stock;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.couch.CouchCatalog;
import org.huimages.store.couch.CouchLimits;
import org.huimages.store.couch.CouchNames;
import org.huimages.store.couch.CouchOriginals;
import org.huimages.store.file.DataFolder;
import org.huimages.store.file.FileOriginalStore;
import org.huimages.store.guard.Breaker;
import org.huimages.store.guard.GuardedOriginalStore;
import org.huimages.store.h2.H2Catalog;
import org.huimages.store.h2.H2Classes;
import org.huimages.store.legacy.LegacyMove;
import org.huimages.store.legacy.LegacyOriginalStore;
import org.huimages.store.legacy.LegacyRule;
import org.huimages.store.s3.S3Config;
import org.huimages.store.s3.S3OriginalStore;
import org.huimages.webapp.settings.CatalogRule;
import org.huimages.webapp.settings.Settings;

/// The stores that the settings ask for, one behind the other.
///
/// @param closeLater is given each part that has to be closed, in the order in which they are opened
record Stores(Settings settings, DataFolder data, Consumer<AutoCloseable> closeLater) {

    Opened open() throws IOException {
        PictureLocks locks = new PictureLocks();
        Catalog catalog = catalog();
        closeLater.accept(catalog);
        OriginalStore own = originals();
        Optional<LegacyMove> legacy = legacy(own, locks);
        OriginalStore originals = legacy.<OriginalStore>map(move -> new LegacyOriginalStore(
                        move, settings.s3().map(S3Config::verify).orElse(Verify.STRICT)))
                .orElse(own);
        closeLater.accept(originals);
        return new Opened(stock(originals, catalog, locks), stock(own, catalog, locks), legacy);
    }

    /// Loads what the catalog will need. What fails here fails again, and is told, when the catalog is opened.
    ///
    /// @return what was loaded first
    static Class<?> load(Settings settings) {
        return switch (settings.catalog()) {
            case CatalogRule.Embedded() -> H2Classes.load();
            case CatalogRule.Couch(CouchAddress _, Duration _) -> CouchCatalog.class;
        };
    }

    private Stock stock(OriginalStore originals, Catalog catalog, PictureLocks locks) {
        return settings.readOnly()
                ? new Stock(new ReadOnlyOriginalStore(originals), new ReadOnlyCatalog(catalog), locks)
                : new Stock(originals, catalog, locks);
    }

    /// @param stock what the server works with
    /// @param own the same without originals that are attached to documents
    /// @param legacy what moves those
    record Opened(Stock stock, Stock own, Optional<LegacyMove> legacy) {}

    private Catalog catalog() {
        return switch (settings.catalog()) {
            case CatalogRule.Embedded() ->
                settings.readOnly() ? H2Catalog.openAsItIs(data.catalog()) : H2Catalog.open(data.catalog());
            case CatalogRule.Couch(CouchAddress server, Duration timeout) ->
                couch(server, CouchLimits.ofAnswers(timeout));
        };
    }

    private Catalog couch(CouchAddress server, CouchLimits limits) {
        return settings.readOnly()
                ? CouchCatalog.openReadOnly(server, CouchNames.USUAL, limits)
                : CouchCatalog.open(server, CouchNames.USUAL, limits);
    }

    private OriginalStore originals() throws IOException {
        return settings.s3().isPresent()
                ? new GuardedOriginalStore(S3OriginalStore.open(settings.s3().get()), new Breaker("S3"))
                : FileOriginalStore.open(data.originals());
    }

    private Optional<LegacyMove> legacy(OriginalStore store, PictureLocks locks) {
        LegacyRule rule =
                settings.readOnly() && settings.legacy() != LegacyRule.OFF ? LegacyRule.READ : settings.legacy();
        return settings.couchServer()
                .map(server -> new LegacyMove(CouchOriginals.open(server, CouchNames.USUAL), store, rule, locks));
    }
}
