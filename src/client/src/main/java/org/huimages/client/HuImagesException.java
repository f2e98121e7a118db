package org.huimages.client;

import java.io.InterruptedIOException;
import org.jspecify.annotations.Nullable;

/// Says that a call was refused, or reached nobody. Calls are safe to repeat.
public final class HuImagesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final int TOO_MANY = 429;
    private static final int BAD_GATEWAY = 502;

    private final int status;

    HuImagesException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /// Why a call came to nothing.
    enum Reason {
        /// Nobody answers there, or nobody who could: the next call would fare no better.
        NOBODY,
        /// The caller was interrupted.
        HURRY,
        /// The server does not want this call.
        REFUSAL
    }

    Reason reason() {
        if (getCause() instanceof InterruptedIOException) {
            return Reason.HURRY;
        }
        return status == 0 || status == TOO_MANY || status >= BAD_GATEWAY ? Reason.NOBODY : Reason.REFUSAL;
    }

    /// The status of HTTP that the server answered with; 0 if it did not answer, or was not asked.
    public int status() {
        return status;
    }
}
