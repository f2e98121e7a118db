package org.huimages.failure;

import java.io.Serializable;
import java.time.Duration;

/// Everything that can go wrong for a caller. `text` is public: one line, without paths, traces or secrets.
/// The HTTP status of each stands in one exhaustive switch where HTTP is spoken.
public sealed interface Failure extends Serializable {

    /// What the caller is told: one line.
    String text();

    /// The request itself makes no sense, or has no body.
    record BadRequest(String text) implements Failure {}

    /// Who asks is not known.
    record NotSignedIn(String text) implements Failure {}

    /// Who asks is known, or need not be, but may not have this.
    record Forbidden(String text) implements Failure {}

    record NotFound(String text) implements Failure {}

    /// The address exists, but not for this method.
    ///
    /// @param allowed the methods that it has, as in the header `Allow`
    record MethodNotAllowed(String text, String allowed) implements Failure {}

    /// What is asked contradicts what is stored.
    record Conflict(String text) implements Failure {}

    /// Deleted, and to stay so.
    record Gone(String text) implements Failure {}

    /// More bytes than `HUIMAGES_MAX_BYTES`.
    record TooLarge(String text) implements Failure {}

    /// Not a picture, or a kind of picture that is not accepted.
    record UnsupportedType(String text) implements Failure {}

    /// Recognised, but damaged or over a limit.
    record Unprocessable(String text) implements Failure {}

    /// One caller wants too much at once. Worth another try.
    ///
    /// @param retryAfter when, in whole seconds
    record TooMany(String text, Duration retryAfter) implements Failure {}

    /// A store gave other bytes than it was given.
    record StoreLies(String text) implements Failure {}

    /// Too much to do, or a store is down. Worth another try.
    ///
    /// @param retryAfter when, in whole seconds
    record Unavailable(String text, Duration retryAfter) implements Failure {}

    record DiskFull(String text) implements Failure {}

    /// A mistake of ours. The cause is in the log, never in the text.
    record Internal(String text) implements Failure {}

    /// This failure as something to throw.
    default FailureException exception() {
        return new FailureException(this, null);
    }

    /// This failure as something to throw, with what led to it for the log.
    default FailureException exception(Throwable cause) {
        return new FailureException(this, cause);
    }
}
