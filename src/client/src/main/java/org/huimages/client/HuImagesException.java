package org.huimages.client;

import org.jspecify.annotations.Nullable;

/// Says that a call was refused, or reached nobody. Calls are safe to repeat.
public final class HuImagesException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    HuImagesException(int status, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.status = status;
    }

    /// The status of HTTP that the server answered with; 0 if it did not answer, or was not asked.
    public int status() {
        return status;
    }
}
