package org.huimages.store.guard;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.url.ImageId;

/// A store that is not asked while it is down: then each call throws its [IOException] at once.
///
/// @param store to be closed with this
/// @param breaker its own: levels that cannot be had keep nobody from originals
public record GuardedLevelStore(LevelStore store, Breaker breaker) implements LevelStore {

    @Override
    public void put(ImageId id, Level level, Path file) throws IOException {
        ask(() -> {
            store.put(id, level, file);
            return true;
        });
    }

    @Override
    public boolean fetch(ImageId id, Level level, Path target) throws IOException {
        return ask(() -> store.fetch(id, level, target));
    }

    @Override
    public boolean holds(ImageId id, Level level) throws IOException {
        return ask(() -> store.holds(id, level));
    }

    @Override
    public void delete(ImageId id, Level level) throws IOException {
        ask(() -> {
            store.delete(id, level);
            return true;
        });
    }

    private <T> T ask(Breaker.Attempt<T, IOException> attempt) throws IOException {
        return breaker.call(attempt, IOException::new);
    }

    @Override
    public void close() {
        store.close();
    }
}
