package org.huimages.store.guard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huimages.original.OriginalStore;
import org.huimages.url.ImageId;

/// A store that is not asked while it is down: then each call throws its [IOException] at once.
///
/// @param store to be closed with this
public record GuardedOriginalStore(OriginalStore store, Breaker breaker) implements OriginalStore {

    @Override
    public boolean put(ImageId id, Path file) throws IOException {
        return ask(() -> store.put(id, file));
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        return ask(() -> store.fetch(id, target));
    }

    @Override
    public boolean salvage(ImageId id, Path target) throws IOException {
        return ask(() -> store.salvage(id, target));
    }

    @Override
    public boolean isPublic(ImageId id) throws IOException {
        return ask(() -> store.isPublic(id));
    }

    @Override
    public void makePrivate(ImageId id) throws IOException {
        ask(() -> {
            store.makePrivate(id);
            return true;
        });
    }

    @Override
    public OptionalLong length(ImageId id) throws IOException {
        return ask(() -> store.length(id));
    }

    @Override
    public boolean delete(ImageId id) throws IOException {
        return ask(() -> store.delete(id));
    }

    @Override
    public Stream<ImageId> list() throws IOException {
        return ask(store::list);
    }

    @Override
    public void check() throws IOException {
        ask(() -> {
            store.check();
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
