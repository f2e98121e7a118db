package org.huimages.webapp.start;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.huimages.failure.SetupException;

/// A part that is opened while others are: each of libvips and the catalog takes a third of a start.
final class Meanwhile<T> implements AutoCloseable {
    private final FutureTask<T> opening;
    private final Thread thread;

    private Meanwhile(FutureTask<T> opening) {
        this.opening = opening;
        this.thread = Thread.ofPlatform().name("huimages-start").daemon().start(opening);
    }

    /// Begins to open it.
    static <T> Meanwhile<T> open(Opening<T> part) {
        return new Meanwhile<>(new FutureTask<>(part::open));
    }

    /// Waits for it.
    ///
    /// @throws IOException what opening it has thrown, as any other exception
    T opened() throws IOException {
        try {
            return opening.get();
        } catch (ExecutionException failed) {
            throw rethrown(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new SetupException("the start was interrupted");
        }
    }

    private static IOException rethrown(ExecutionException wrapped) {
        return switch (wrapped.getCause()) {
            case IOException failed -> failed;
            case RuntimeException unchecked -> throw unchecked;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(wrapped);
        };
    }

    /// No thread of ours goes on after a failed start.
    @Override
    public void close() {
        try {
            thread.join();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /// Opens a part.
    @FunctionalInterface
    interface Opening<T> {
        T open() throws IOException;
    }
}
