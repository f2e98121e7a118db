package org.huimages.webapp.api;

import java.time.DateTimeException;
import java.time.Instant;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Moments as callers write them.
final class Moments {
    private static final int LENGTH = "20090129T235959.000000".length();

    private Moments() {}

    /// In the form that documents have, or ISO 8601, of the years 0000 to 9999: documents have no place for more
    /// digits, and lists by time compare texts.
    ///
    /// @throws FailureException [Failure.Unprocessable]
    static Timestamp parse(String text) {
        Timestamp given = new Timestamp(text);
        try {
            return isDocumented(given) ? given : documented(Instant.parse(text));
        } catch (DateTimeException wrong) {
            throw new Failure.Unprocessable(
                            "the timestamp has to look like 20090129T235959.000000 or 2009-01-29T23:59:59Z")
                    .exception(wrong);
        }
    }

    private static Timestamp documented(Instant moment) {
        Timestamp timestamp = Timestamp.of(moment);
        if (!isDocumented(timestamp)) {
            throw new DateTimeException("its year has not four digits");
        }
        return timestamp;
    }

    private static boolean isDocumented(Timestamp timestamp) {
        return timestamp.text().length() == LENGTH && timestamp.instant().isPresent();
    }
}
