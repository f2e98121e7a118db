package org.huimages.scrub;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.original.OriginalStore;
import org.huimages.original.Sums;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.url.ImageId;

/// Originals in memory as S3 has them: some may be read by anybody, and those with other bytes than their ID says are
/// not given away.
final class PublicStore implements OriginalStore {
    final WatchedOriginalStore store = new WatchedOriginalStore();
    final Set<ImageId> open = ConcurrentHashMap.newKeySet();

    @Override
    public boolean put(ImageId id, Path file) throws IOException {
        return store.put(id, file);
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        if (store.fetch(id, target) && !Sums.of(target).areOf(id)) {
            Files.delete(target);
            throw new Failure.StoreLies("other bytes").exception();
        }
        return Files.exists(target);
    }

    @Override
    public boolean salvage(ImageId id, Path target) throws IOException {
        return store.fetch(id, target);
    }

    @Override
    public boolean isPublic(ImageId id) {
        return open.contains(id);
    }

    @Override
    public void makePrivate(ImageId id) {
        open.remove(id);
    }

    @Override
    public OptionalLong length(ImageId id) throws IOException {
        return store.length(id);
    }

    @Override
    public boolean delete(ImageId id) throws IOException {
        return store.delete(id);
    }

    @Override
    public Stream<ImageId> list() throws IOException {
        return store.list();
    }

    @Override
    public void close() {
        store.close();
    }
}
