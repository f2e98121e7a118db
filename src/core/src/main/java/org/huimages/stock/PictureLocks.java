package org.huimages.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huimages.url.ImageId;

/// Lets one at a time change what is held of a picture, in this process. Thread-safe, reentrant.
public final class PictureLocks {
    /// Pictures that share a lock wait for each other now and then.
    private static final int LOCKS = 256;

    private final List<ReentrantLock> locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toList();

    /// As [#alone], with what may fail at a store.
    public <T> T aloneWithStore(ImageId id, StoreAction<T> action) throws IOException {
        try {
            return alone(id, () -> {
                try {
                    return action.run();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    /// What somebody wants to be alone for.
    @FunctionalInterface
    public interface StoreAction<T> {
        T run() throws IOException;
    }

    /// Does something while nobody else is alone with this picture.
    public <T> T alone(ImageId id, Supplier<T> action) {
        ReentrantLock lock = locks.get(Math.floorMod(id.hashCode(), LOCKS));
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
