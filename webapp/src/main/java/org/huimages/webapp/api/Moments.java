package org.huimages.webapp.api;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Moments as callers write them.
final class Moments {
    private Moments() {}

    /// In the form that documents have, or ISO 8601.
    ///
    /// @throws FailureException [Failure.Unprocessable]
    static Timestamp parse(String text) {
        Timestamp given = new Timestamp(text);
        try {
            return given.instant().isPresent() ? given : Timestamp.of(Instant.parse(text));
        } catch (DateTimeParseException wrong) {
            throw new Failure.Unprocessable(
                            "the timestamp has to look like 20090129T235959.000000 or 2009-01-29T23:59:59Z")
                    .exception(wrong);
        }
    }
}
