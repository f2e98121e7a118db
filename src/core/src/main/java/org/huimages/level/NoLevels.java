package org.huimages.level;

import java.nio.file.Path;
import org.huimages.url.ImageId;

/// Keeps nothing.
final class NoLevels implements LevelStore {
    @Override
    public void put(ImageId id, Level level, Path file) {
        // it is in the cache
    }

    @Override
    public boolean fetch(ImageId id, Level level, Path target) {
        return false;
    }

    /// Nothing is ever missing here.
    @Override
    public boolean holds(ImageId id, Level level) {
        return true;
    }

    @Override
    public void delete(ImageId id, Level level) {
        // there is nothing
    }

    @Override
    public void close() {
        // there is nothing
    }
}
