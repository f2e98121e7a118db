package org.huimages.webapp.http;

import org.huimages.failure.Failure;

/// The one place where a failure becomes an HTTP status.
public final class FailureStatus {
    private FailureStatus() {}

    public static int of(Failure failure) {
        return switch (failure) {
            case Failure.BadRequest bad -> 400;
            case Failure.NotSignedIn anonymous -> 401;
            case Failure.Forbidden forbidden -> 403;
            case Failure.NotFound missing -> 404;
            case Failure.MethodNotAllowed method -> 405;
            case Failure.Conflict conflict -> 409;
            case Failure.Gone gone -> 410;
            case Failure.TooLarge large -> 413;
            case Failure.UnsupportedType type -> 415;
            case Failure.Unprocessable damaged -> 422;
            case Failure.TooMany greedy -> 429;
            case Failure.Internal mistake -> 500;
            case Failure.StoreLies wrong -> 502;
            case Failure.Unavailable busy -> 503;
            case Failure.DiskFull full -> 507;
        };
    }
}
