package org.huimages.level;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.url.ImageId;

/// A store that is only read (`HUIMAGES_READ_ONLY`). Whatever is put there is forgotten: it is in the cache.
///
/// @param store to be closed with this
public record ReadOnlyLevelStore(LevelStore store) implements LevelStore {

    @Override
    public void put(ImageId id, Level level, Path file) {
        // it is in the cache
    }

    @Override
    public boolean fetch(ImageId id, Level level, Path target) throws IOException {
        return store.fetch(id, level, target);
    }

    /// Nothing is to be put there.
    @Override
    public boolean holds(ImageId id, Level level) {
        return true;
    }

    @Override
    public void delete(ImageId id, Level level) {
        // what another server has there stays
    }

    @Override
    public void close() {
        store.close();
    }
}
