package org.huimages.level;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.huimages.url.ImageId;

/// Levels in memory, for tests.
public final class MemoryLevelStore implements LevelStore {
    private final Map<Key, byte[]> levels = new ConcurrentHashMap<>();

    @Override
    public void put(ImageId id, Level level, Path file) throws IOException {
        levels.put(new Key(id, level), Files.readAllBytes(file));
    }

    @Override
    public boolean fetch(ImageId id, Level level, Path target) throws IOException {
        byte[] bytes = levels.get(new Key(id, level));
        if (bytes != null) {
            Files.write(target, bytes, StandardOpenOption.CREATE_NEW);
        }
        return bytes != null;
    }

    @Override
    public boolean holds(ImageId id, Level level) {
        return levels.containsKey(new Key(id, level));
    }

    @Override
    public void delete(ImageId id, Level level) {
        levels.remove(new Key(id, level));
    }

    @Override
    public void close() {
        // they stay, for whoever opens it again
    }

    private record Key(ImageId id, Level level) {}
}
