package org.huimages.pixel;

import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// How many bytes of pixels are held at once while a rendition is made: an estimate on the safe side, since it
/// decides how many renditions are made at the same time.
///
/// A decoder that goes row by row holds a band of the picture; one that cannot holds all of it, and so do the
/// encoders that look at a picture as a whole. Bytes a pixel are those of the coders' own buffers: the 16-bit
/// coefficients of each channel for a progressive JPEG, ARGB beside planes for WebP, planes, a copy and RGB for
/// the HEIF family.
final class WorkingSet {
    /// Buffers and tables of libvips and of the coders, whatever the picture.
    private static final long BASE = 8 << 20;

    /// Rows that are held between the decoder and the row that is written, all buffers together, and a few more of
    /// a picture that has less.
    private static final long ROWS = 500;

    private static final long SOME_MORE_ROWS = 64;

    /// What the decoder of JPEG leaves to the scaler, and how small it can make a picture.
    private static final int LEFT_OVER = 2;

    private static final int MOST_OF_JPEG = 8;

    private static final long COEFFICIENT = 2;
    private static final long TURNED = 4;
    private static final long BLOCK = 128;

    private WorkingSet() {}

    /// @param scaled the picture after scaling, before turning and cropping
    static long of(ImageHeader header, Dimensions scaled, ImageFormat output) {
        long turned = header.orientation() == Orientation.UPRIGHT ? 0 : TURNED * scaled.pixels();
        return BASE
                + band(header, scaled)
                + decoded(header) * pixels(header)
                + turned
                + encoded(output) * scaled.pixels();
    }

    private static long band(ImageHeader header, Dimensions scaled) {
        Dimensions stored = header.stored();
        long columns = Math.max(stored.width() / shrink(header, scaled), scaled.width());
        long rows = Math.max(stored.height(), scaled.height()) + SOME_MORE_ROWS;
        return columns * Math.min(rows, ROWS) * scaledAt(header);
    }

    /// By how much the decoder makes the picture smaller by itself, row by row.
    private static int shrink(ImageHeader header, Dimensions scaled) {
        Dimensions stored = header.stored();
        int factor = Math.min(stored.width() / scaled.width(), stored.height() / scaled.height()) / LEFT_OVER;
        return header.format() == ImageFormat.JPEG ? Integer.highestOneBit(Math.clamp(factor, 1, MOST_OF_JPEG)) : 1;
    }

    /// Bytes held for each pixel of the band: measured with libvips 8.18, whose buffers hold it two to four times.
    /// What is transparent is scaled in floating point, and gray of 16 bits as if it had colours.
    private static long scaledAt(ImageHeader header) {
        boolean deep = header.has(Trait.DEEP);
        if (header.has(Trait.ALPHA)) {
            return deep ? 44 : 21;
        }
        return header.colour() == Colour.CMYK ? 21 : deep ? 18 : 13;
    }

    /// As many as the decoder makes room for: AV1 and HEVC code in blocks.
    private static long pixels(ImageHeader header) {
        Dimensions stored = header.stored();
        return switch (header.format()) {
            case AVIF, HEIC -> Math.max(BLOCK, stored.width()) * Math.max(BLOCK, stored.height());
            case JPEG, PNG, WEBP, GIF, TIFF, BMP, OTHER -> stored.pixels();
        };
    }

    /// Bytes held for each pixel of the original.
    private static long decoded(ImageHeader header) {
        long channels = header.has(Trait.DEEP) ? 2 : 1;
        return switch (header.format()) {
            case JPEG -> header.has(Trait.PROGRESSIVE) ? COEFFICIENT * (header.colour() == Colour.CMYK ? 4 : 3) : 0;
            case PNG -> header.has(Trait.PROGRESSIVE) ? 4 * channels : 0;
            case GIF -> 5;
            case WEBP -> 7;
            case AVIF, HEIC -> 8 * channels;
            case TIFF, BMP, OTHER -> 4 * channels;
        };
    }

    /// Bytes held for each pixel of the rendition.
    private static long encoded(ImageFormat output) {
        return switch (output) {
            case WEBP -> 12;
            case AVIF, HEIC -> 32;
            case JPEG, PNG, GIF, TIFF, BMP, OTHER -> 0;
        };
    }
}
