package org.huimages.testkit;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.huimages.original.MemoryOriginalStore;
import org.huimages.original.OriginalStore;
import org.huimages.url.ImageId;

/// Originals in memory; remembers who asked for them, and fails when it is told to.
public final class WatchedOriginalStore implements OriginalStore {
    private final OriginalStore store = new MemoryOriginalStore();
    private final List<Thread> callers = new CopyOnWriteArrayList<>();
    private volatile Optional<String> trouble = Optional.empty();
    private volatile CountDownLatch open = new CountDownLatch(0);

    /// From now on each call throws an [IOException] with this message.
    public void fails(String message) {
        trouble = Optional.of(message);
    }

    /// From now on nothing is answered until the latch is down.
    public void sendsAfter(CountDownLatch latch) {
        open = latch;
    }

    public void heals() {
        trouble = Optional.empty();
    }

    /// The threads that called, one entry a call.
    public List<Thread> callers() {
        return List.copyOf(callers);
    }

    public void forgetCallers() {
        callers.clear();
    }

    private OriginalStore asked() throws IOException {
        callers.add(Thread.currentThread());
        awaitOpen();
        if (trouble.isPresent()) {
            throw new IOException(trouble.get());
        }
        return store;
    }

    private void awaitOpen() throws IOException {
        try {
            open.await();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    @Override
    public boolean put(ImageId id, Path file) throws IOException {
        return asked().put(id, file);
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        return asked().fetch(id, target);
    }

    @Override
    public OptionalLong length(ImageId id) throws IOException {
        return asked().length(id);
    }

    @Override
    public boolean delete(ImageId id) throws IOException {
        return asked().delete(id);
    }

    @Override
    public Stream<ImageId> list() throws IOException {
        return asked().list();
    }

    @Override
    public void close() {
        store.close();
    }
}
