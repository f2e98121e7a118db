package org.huimages.url;

import java.util.Locale;
import java.util.Optional;

/// What a picture file can be. All can be originals, the last three only those of older systems; what is
/// [#renderable] can be asked for in any size.
public enum ImageFormat {
    JPEG,
    WEBP,
    AVIF,
    PNG,
    GIF,
    HEIC,
    TIFF,
    BMP,
    /// Whatever has no name here. It is sent to be saved, not shown.
    OTHER;

    /// The plain extension without a dot: `jpeg`; `bin` for [#OTHER].
    public String extension() {
        return this == OTHER ? "bin" : name().toLowerCase(Locale.ROOT);
    }

    /// The media type without parameters: `image/jpeg`, as it is registered with IANA; `application/octet-stream` for
    /// [#OTHER].
    public String mediaType() {
        return this == OTHER ? "application/octet-stream" : "image/" + extension();
    }

    /// The format of a media type such as a `Content-Type` header has: in any case, its parameters ignored.
    public static Optional<ImageFormat> ofMediaType(String mediaType) {
        int end = mediaType.indexOf(';');
        String plain = (end < 0 ? mediaType : mediaType.substring(0, end)).strip();
        for (ImageFormat format : values()) {
            if (format.mediaType().equalsIgnoreCase(plain)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /// Whether renditions are made in this format. The others are only ever sent as they were stored.
    public boolean renderable() {
        return switch (this) {
            case JPEG, WEBP, AVIF, PNG -> true;
            case GIF, HEIC, TIFF, BMP, OTHER -> false;
        };
    }
}
