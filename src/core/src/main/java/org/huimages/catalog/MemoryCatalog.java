package org.huimages.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.huimages.url.ImageId;

/// The twin in memory, for tests: held to the same contract as the real catalogs.
public final class MemoryCatalog implements Catalog {
    private final Map<ImageId, ImageDocument> documents = new ConcurrentHashMap<>();

    @Override
    public Optional<ImageDocument> find(ImageId id) {
        return Optional.ofNullable(documents.get(id));
    }

    @Override
    public synchronized Saved save(ImageDocument document) {
        boolean created = !documents.containsKey(document.id());
        ImageDocument stored = documents.merge(document.id(), document, Catalog::merged);
        return new Saved(stored, created);
    }

    @Override
    public void close() {
        documents.clear();
    }
}
