package org.huimages.webapp.picture;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.url.ImageId;

/// Counts who asks.
record CountingCatalog(AtomicInteger asked, MemoryCatalog catalog) implements Catalog {

    CountingCatalog(AtomicInteger asked) {
        this(asked, new MemoryCatalog());
    }

    @Override
    public Optional<ImageDocument> find(ImageId id) {
        asked.incrementAndGet();
        return catalog.find(id);
    }

    @Override
    public Saved save(ImageDocument document) {
        return catalog.save(document);
    }

    @Override
    public void close() {
        catalog.close();
    }
}
