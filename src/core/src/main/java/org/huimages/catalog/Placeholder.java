package org.huimages.catalog;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// A tiny picture, to be shown in a page until the real one is there: sixteen pixels wide or high, as WebP.
///
/// @param uri `data:image/webp;base64,UklGR...`: ASCII that needs no escaping in HTML, CSS or JSON, 1000 characters at
///     most
public record Placeholder(String uri) {
    private static final String START = "data:image/webp;base64,";
    private static final Pattern FORM = Pattern.compile(START + "[A-Za-z0-9+/]+={0,2}");
    private static final int LONGEST = 1000;

    /// @throws IllegalArgumentException if it is no such address
    public Placeholder {
        if (!isOne(uri)) {
            throw new IllegalArgumentException("no placeholder: " + uri);
        }
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }

    /// What others wrote, if it can be one.
    public static Optional<Placeholder> parse(String text) {
        return isOne(text) ? Optional.of(new Placeholder(text)) : Optional.empty();
    }

    /// @param webp a whole file; empty is given back if it is too long
    public static Optional<Placeholder> ofWebp(byte[] webp) {
        return parse(START + Base64.getEncoder().encodeToString(webp));
    }
}
