package org.huimages.original;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.huimages.url.ImageId;

/// The twin in memory, for tests: held to the same contract as the real stores.
public final class MemoryOriginalStore implements OriginalStore {
    private final Map<ImageId, byte[]> originals = new ConcurrentHashMap<>();

    @Override
    public boolean put(ImageId id, Path file) throws IOException {
        return originals.putIfAbsent(id, Files.readAllBytes(file)) == null;
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        byte[] bytes = originals.get(id);
        if (bytes != null) {
            Files.write(target, bytes, StandardOpenOption.CREATE_NEW);
        }
        return bytes != null;
    }

    @Override
    public OptionalLong length(ImageId id) {
        byte[] bytes = originals.get(id);
        return bytes == null ? OptionalLong.empty() : OptionalLong.of(bytes.length);
    }

    @Override
    public boolean delete(ImageId id) {
        return originals.remove(id) != null;
    }

    @Override
    public Stream<ImageId> list() {
        return List.copyOf(originals.keySet()).stream();
    }

    @Override
    public void close() {
        originals.clear();
    }
}
