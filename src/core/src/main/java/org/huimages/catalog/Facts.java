package org.huimages.catalog;

import java.util.Optional;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// What the bytes of an original say of themselves, found by looking at them.
///
/// @param format the true one
/// @param dimensions of the upright picture, in pixels
/// @param orientation how the stored picture has to be turned to be upright
/// @param length in bytes
/// @param sha256 64 lower-case hexadecimal digits
/// @param placeholder the picture in a few pixels; there is none of transparent pictures, where it would shine through,
///     and of those that nobody has decoded for one
public record Facts(
        ImageFormat format,
        Dimensions dimensions,
        Orientation orientation,
        long length,
        String sha256,
        Optional<Placeholder> placeholder) {

    /// Without a placeholder.
    public Facts(ImageFormat format, Dimensions dimensions, Orientation orientation, long length, String sha256) {
        this(format, dimensions, orientation, length, sha256, Optional.empty());
    }

    /// Width and height as the picture is stored, before it is turned.
    public Dimensions stored() {
        return orientation.apply(dimensions);
    }

    public Facts with(Optional<Placeholder> newPlaceholder) {
        return new Facts(format, dimensions, orientation, length, sha256, newPlaceholder);
    }
}
