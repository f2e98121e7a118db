package org.huimages.original;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huimages.failure.ReadOnly;
import org.huimages.url.ImageId;

/// A store that is only read (`HUIMAGES_READ_ONLY`).
///
/// @param store to be closed with this
public record ReadOnlyOriginalStore(OriginalStore store) implements OriginalStore {

    @Override
    public boolean put(ImageId id, Path file) {
        throw ReadOnly.refusal();
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        return store.fetch(id, target);
    }

    @Override
    public OptionalLong length(ImageId id) throws IOException {
        return store.length(id);
    }

    @Override
    public boolean delete(ImageId id) {
        throw ReadOnly.refusal();
    }

    @Override
    public Stream<ImageId> list() throws IOException {
        return store.list();
    }

    @Override
    public void check() throws IOException {
        store.check();
    }

    @Override
    public void close() {
        store.close();
    }
}
