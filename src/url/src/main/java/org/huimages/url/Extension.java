package org.huimages.url;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The end of a picture's address. `jpeg` and `jpg` both stand for JPEG and both are plain.
public enum Extension {
    JPEG(ImageFormat.JPEG),
    JPG(ImageFormat.JPEG),
    WEBP(ImageFormat.WEBP),
    AVIF(ImageFormat.AVIF),
    PNG(ImageFormat.PNG),
    GIF(ImageFormat.GIF),
    HEIC(ImageFormat.HEIC),
    TIFF(ImageFormat.TIFF),
    BMP(ImageFormat.BMP),
    BIN(ImageFormat.OTHER);

    private static final Map<String, Extension> PLAIN =
            Stream.of(values()).collect(Collectors.toMap(Extension::text, Function.identity()));

    private static final Map<String, Extension> ALIASES = Map.of("jpe", JPEG, "heif", HEIC, "tif", TIFF);

    private final ImageFormat format;

    Extension(ImageFormat format) {
        this.format = format;
    }

    /// The text without a dot, in lower case: `jpg`.
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What is behind an address that ends like this.
    public ImageFormat format() {
        return format;
    }

    /// The extension with exactly this text, in lower case and without a dot.
    public static Optional<Extension> parse(String text) {
        return Optional.ofNullable(PLAIN.get(text));
    }

    /// Also takes what old links have: any case, `jpe`, `tif`, `heif`.
    static Optional<Extension> parseOld(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return parse(lower).or(() -> Optional.ofNullable(ALIASES.get(lower)));
    }

    /// The plain extension of a format; [#JPEG] for JPEG.
    public static Extension of(ImageFormat format) {
        return switch (format) {
            case JPEG -> JPEG;
            case WEBP -> WEBP;
            case AVIF -> AVIF;
            case PNG -> PNG;
            case GIF -> GIF;
            case HEIC -> HEIC;
            case TIFF -> TIFF;
            case BMP -> BMP;
            case OTHER -> BIN;
        };
    }
}
