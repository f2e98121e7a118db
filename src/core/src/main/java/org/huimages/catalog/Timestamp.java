package org.huimages.catalog;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

/// A moment as documents write it: `20090129T235959.000000`, microseconds, UTC.
///
/// Old documents hold other texts too: any text is kept as it is, and is a moment only if it can be read as one.
public record Timestamp(String text) {
    private static final DateTimeFormatter PATTERN = DateTimeFormatter.ofPattern(
                    "uuuuMMdd'T'HHmmss.SSSSSS", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    public static Timestamp of(Instant moment) {
        return new Timestamp(PATTERN.format(moment.atOffset(ZoneOffset.UTC)));
    }

    public Optional<Instant> instant() {
        try {
            return Optional.of(LocalDateTime.parse(text, PATTERN).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
