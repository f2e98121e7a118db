package org.huimages.failure;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
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
        return (isDiskFull(thrown)
                        ? new Failure.DiskFull("the disk is full; nothing was stored")
                        : new Failure.Internal("internal error"))
                .exception(thrown);
    }

    /// What an I/O error of a store means: [Failure.DiskFull], else [Failure.Unavailable].
    public static FailureException ofStore(IOException thrown) {
        return isDiskFull(thrown)
                ? ofDisk(thrown)
                : new Failure.Unavailable("a store does not answer", Duration.ofSeconds(10)).exception(thrown);
    }

    /// The JDK has no type for ENOSPC and EDQUOT: their texts in glibc, musl and macOS.
    private static boolean isDiskFull(IOException thrown) {
        String reason = thrown instanceof FileSystemException file ? file.getReason() : thrown.getMessage();
        String text = Objects.requireNonNullElse(reason, "").toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded");
    }
}
