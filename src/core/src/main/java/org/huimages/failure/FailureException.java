package org.huimages.failure;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.huimages.file.DiskRoom;
import org.jspecify.annotations.Nullable;

/// A [Failure] on its way to the one place that answers it.
public final class FailureException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Failure failure;

    FailureException(Failure failure, @Nullable Throwable cause) {
        super(failure.text(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }

    /// The failure behind any exception: its own, that of the task it came out of, or [Failure.Internal].
    public static Failure of(Throwable thrown) {
        return switch (thrown) {
            case FailureException known -> known.failure();
            case CompletionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            case ExecutionException wrapped when wrapped.getCause() != null -> of(wrapped.getCause());
            default -> new Failure.Internal("internal error");
        };
    }

    /// What an I/O error on our own disk means: [Failure.DiskFull], else [Failure.Internal].
    public static FailureException ofDisk(IOException thrown) {
        return ofDisk(thrown, DiskRoom.isFull(thrown));
    }

    /// The same where it is known in which folder something was to be written.
    public static FailureException ofDisk(IOException thrown, Path folder) {
        return ofDisk(thrown, DiskRoom.isFull(thrown) || DiskRoom.isFull(folder));
    }

    private static FailureException ofDisk(IOException thrown, boolean full) {
        return (full
                        ? new Failure.DiskFull("the disk is full; nothing was stored")
                        : new Failure.Internal("internal error"))
                .exception(thrown);
    }

    /// What an I/O error of a store means: [Failure.DiskFull], else [Failure.Unavailable].
    public static FailureException ofStore(IOException thrown) {
        return DiskRoom.isFull(thrown)
                ? ofDisk(thrown, true)
                : new Failure.Unavailable("a store does not answer", Duration.ofSeconds(10)).exception(thrown);
    }
}
