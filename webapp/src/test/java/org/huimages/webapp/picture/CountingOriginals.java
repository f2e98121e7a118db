package org.huimages.webapp.picture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.huimages.original.MemoryOriginalStore;
import org.huimages.original.OriginalStore;
import org.huimages.url.ImageId;

/// Counts who asks.
record CountingOriginals(AtomicInteger asked, MemoryOriginalStore originals) implements OriginalStore {

    CountingOriginals(AtomicInteger asked) {
        this(asked, new MemoryOriginalStore());
    }

    @Override
    public boolean put(ImageId id, Path file) throws IOException {
        return originals.put(id, file);
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        asked.incrementAndGet();
        return originals.fetch(id, target);
    }

    @Override
    public OptionalLong length(ImageId id) {
        asked.incrementAndGet();
        return originals.length(id);
    }

    @Override
    public boolean delete(ImageId id) {
        return originals.delete(id);
    }

    @Override
    public Stream<ImageId> list() {
        return originals.list();
    }

    @Override
    public void close() {
        originals.close();
    }
}
