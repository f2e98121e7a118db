package org.huimages.store.s3;

import java.time.Duration;

/// How long is waited, and for how much.
///
/// @param connect for a connection to be made
/// @param read for the next bytes of an answer
/// @param acquire for one of the connections to be free
/// @param attempt for one try of one call
/// @param brief for a call without a body, all tries together
/// @param total for any call, all tries together
/// @param attempts how often a call is tried that fails for a reason that may pass
/// @param connections at most, at once
/// @param page keys of one page of a list, at most 1000
record S3Limits(
        Duration connect,
        Duration read,
        Duration acquire,
        Duration attempt,
        Duration brief,
        Duration total,
        int attempts,
        int connections,
        int page) {

    /// For a file of 64 MB an attempt is long enough at 9 Mbit/s.
    static final S3Limits DEFAULT = new S3Limits(
            Duration.ofMillis(1500),
            Duration.ofSeconds(5),
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofSeconds(4),
            Duration.ofSeconds(90),
            3,
            64,
            1000);
}
