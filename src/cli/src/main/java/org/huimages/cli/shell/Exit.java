package org.huimages.cli.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.huimages.client.HuImagesException;

/// How a command ends, as other programs see it.
public final class Exit {
    public static final int DONE = 0;
    /// Some of it, or all, was not to be done.
    public static final int FAILED = 1;
    /// Wrong arguments or settings.
    public static final int USAGE = 2;
    /// Not signed in, or not allowed.
    public static final int REFUSED = 3;
    /// There is no such picture, or no further one.
    public static final int NOTHING = 4;
    /// The server does not answer, or is too busy to.
    public static final int NO_SERVER = 5;
    /// A file here cannot be read or written.
    public static final int FILE = 6;

    private Exit() {}

    /// @throws RuntimeException the same one, if it is a mistake of ours
    public static int of(Throwable trouble) {
        return switch (trouble) {
            case HuImagesException refusal -> ofStatus(refusal.status());
            case Refused refused -> refused.code();
            case IOException file -> FILE;
            case UncheckedIOException file -> FILE;
            case IllegalArgumentException wrong -> USAGE;
            case RuntimeException mistake -> throw mistake;
            default -> throw new IllegalStateException(trouble);
        };
    }

    /// @param status of HTTP; 0 if nobody answered
    public static int ofStatus(int status) {
        return switch (status) {
            case 0, 429, 502, 503, 504 -> NO_SERVER;
            case 401, 403 -> REFUSED;
            case 404, 410 -> NOTHING;
            default -> FAILED;
        };
    }
}
