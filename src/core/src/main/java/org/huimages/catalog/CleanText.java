package org.huimages.catalog;

import java.util.regex.Pattern;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Texts of people as documents hold them: one line, without control characters and half characters (unpaired
/// surrogates, which no file can hold), not too long. Everything else, in any script and direction, stays.
public final class CleanText {
    private static final int LONGEST = 10_000;
    private static final Pattern UNWANTED = Pattern.compile("[\\p{Cc}\\p{Cs}]+");

    private CleanText() {}

    /// The text with a blank for what is unwanted, and none around it; may be empty.
    ///
    /// @throws FailureException [Failure.Unprocessable] if it is too long
    public static String of(String text) {
        if (text.length() > LONGEST) {
            throw new Failure.Unprocessable("a text is longer than %d characters".formatted(LONGEST)).exception();
        }
        return UNWANTED.matcher(text).replaceAll(" ").strip();
    }
}
