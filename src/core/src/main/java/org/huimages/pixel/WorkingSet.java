package org.huimages.pixel;

import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// How many bytes of pixels are held at once while a rendition is made: an estimate on the safe side, since it
/// decides how many renditions are made at the same time.
///
/// A decoder that goes row by row holds a band of the picture; one that cannot holds all of it, and so do the
/// encoders that look at a picture as a whole. Bytes a pixel are those of the coders' own buffers: the 16-bit
/// coefficients of three channels for a progressive JPEG, ARGB beside planes for WebP, planes, a copy and RGB for
/// the HEIF family.
final class WorkingSet {
    /// Buffers and tables of libvips and of the coders, whatever the picture.
    private static final long BASE = 8 << 20;

    /// Rows that a scaler reads ahead of the row it writes.
    private static final long ROWS = 256;

    private static final long BYTES_A_ROW_PIXEL = 4;
    private static final long TURNED = 4;

    private WorkingSet() {}

    /// @param scaled the picture after scaling, before turning and cropping
    static long of(ImageHeader header, Dimensions scaled, ImageFormat output) {
        long widest = Math.max(header.stored().width(), scaled.width());
        long turned = header.orientation() == Orientation.UPRIGHT ? 0 : TURNED * scaled.pixels();
        return BASE
                + ROWS * widest * BYTES_A_ROW_PIXEL
                + decoded(header) * header.stored().pixels()
                + turned
                + encoded(output) * scaled.pixels();
    }

    /// Bytes held for each pixel of the original.
    private static long decoded(ImageHeader header) {
        long channels = header.has(Trait.DEEP) ? 2 : 1;
        return switch (header.format()) {
            case JPEG -> header.has(Trait.PROGRESSIVE) ? 6 : 0;
            case PNG -> header.has(Trait.PROGRESSIVE) ? 4 * channels : 0;
            case WEBP, GIF -> 8;
            case AVIF, HEIC -> 8 * channels;
            case TIFF -> 4 * channels;
        };
    }

    /// Bytes held for each pixel of the rendition.
    private static long encoded(ImageFormat output) {
        return switch (output) {
            case WEBP -> 12;
            case AVIF, HEIC -> 32;
            case JPEG, PNG, GIF, TIFF -> 0;
        };
    }
}
