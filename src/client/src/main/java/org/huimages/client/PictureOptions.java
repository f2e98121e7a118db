package org.huimages.client;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How a `<picture>` is written. Immutable: each method gives other options.
///
/// Usual is: for screens of one and of two pixels a CSS pixel, loaded when it comes into sight, with the placeholder
/// that the server made.
public final class PictureOptions {
    private static final PictureOptions USUAL =
            new PictureOptions(List.of(), Optional.empty(), true, Map.of("loading", "lazy", "decoding", "async"));

    private final List<Integer> widths;
    private final Optional<String> sizes;
    private final boolean placeholder;
    private final Map<String, String> attributes;

    private PictureOptions(
            List<Integer> widths, Optional<String> sizes, boolean placeholder, Map<String, String> attributes) {
        this.widths = List.copyOf(widths);
        this.sizes = sizes;
        this.placeholder = placeholder;
        this.attributes = new LinkedHashMap<>(attributes);
    }

    public static PictureOptions usual() {
        return USUAL;
    }

    /// For a picture whose width the page decides.
    ///
    /// @param sizes how wide it is shown, as in the attribute of this name: `(max-width: 600px) 100vw, 600px`
    /// @param widths of the files to choose from, in pixels; heights follow from the shape of the size asked for
    public PictureOptions responsive(String sizes, Integer... widths) {
        return new PictureOptions(List.of(widths), Optional.of(sizes), placeholder, attributes);
    }

    /// The same, of a text.
    ///
    /// @param widths in pixels, with blanks or commas between: `320 640 1280`
    /// @throws IllegalArgumentException if one of them is no number
    public PictureOptions responsive(String sizes, String widths) {
        return responsive(
                sizes,
                Arrays.stream(widths.strip().split("[\\s,]+"))
                        .map(Integer::valueOf)
                        .toArray(Integer[]::new));
    }

    /// For one that is in sight at once: loaded first, not lazily.
    public PictureOptions urgent() {
        return with("loading", "eager").with("fetchpriority", "high");
    }

    /// Without the inline style that shows the placeholder, for a Content-Security-Policy that forbids such.
    public PictureOptions withoutPlaceholder() {
        return new PictureOptions(widths, sizes, false, attributes);
    }

    /// An attribute of the `<img>`: `alt`, `class`, ...
    public PictureOptions with(String attribute, String value) {
        Map<String, String> more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new PictureOptions(widths, sizes, placeholder, more);
    }

    List<Integer> widths() {
        return widths;
    }

    Optional<String> sizes() {
        return sizes;
    }

    boolean hasPlaceholder() {
        return placeholder;
    }

    Map<String, String> attributes() {
        return new LinkedHashMap<>(attributes);
    }
}
