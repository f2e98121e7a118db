package org.huimages.testkit;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.failure.Failure;
import org.huimages.url.ImageId;

/// A catalog in memory; counts how often it is asked, and fails when it is told to.
public final class WatchedCatalog implements Catalog {
    private final Catalog catalog = new MemoryCatalog();
    private final AtomicInteger finds = new AtomicInteger();
    private volatile boolean down;
    private volatile boolean readOnly;

    /// From now on each call fails as [Failure.Unavailable].
    public void fails() {
        down = true;
    }

    /// From now on each save fails as [Failure.Unavailable].
    public void failsToSave() {
        readOnly = true;
    }

    public void heals() {
        down = false;
        readOnly = false;
    }

    /// How often a document was looked for.
    public int finds() {
        return finds.get();
    }

    @Override
    public Optional<ImageDocument> find(ImageId id) {
        finds.incrementAndGet();
        check(down);
        return catalog.find(id);
    }

    @Override
    public Saved save(ImageDocument document) {
        check(down || readOnly);
        return catalog.save(document);
    }

    private static void check(boolean failing) {
        if (failing) {
            throw new Failure.Unavailable("the catalog is down", Duration.ofSeconds(5)).exception();
        }
    }

    @Override
    public void close() {
        catalog.close();
    }
}
