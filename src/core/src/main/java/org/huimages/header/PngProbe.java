package org.huimages.header;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// Walks the chunks of a PNG file up to its pixels (W3C PNG, third edition, sections 5 and 11).
final class PngProbe {
    private static final int SIGNATURE = 8;
    private static final int IHDR = 0x49484452;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    private static final int TRNS = 0x74524E53;
    private static final int ICCP = 0x69434350;
    private static final int EXIF = 0x65584966;
    private static final int ZTXT = 0x7A545874;
    private static final int ITXT = 0x69545874;
    private static final int MOST_CHUNKS = 1000;

    /// A thousand times as much when it is inflated, which a decoder does several times.
    private static final long MOST_COMPRESSED_TEXT = 128 * 1024;

    /// Beyond twice what the pixels take before they are compressed, which no encoder needs: the decoder would inflate
    /// it to its end, sixty gigabytes for a picture of eight pixels by eight.
    private static final long MOST_TO_SPARE = 4 << 20;

    private static final int LONGEST_KEY = 79;
    private static final int LONGEST_EXIF = 65_536;
    private static final int ALPHA_BIT = 4;

    private final FileBytes bytes;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private Orientation orientation = Orientation.UPRIGHT;
    private Colour colour = Colour.PLAIN;
    private long compressedText;

    PngProbe(FileBytes bytes) {
        this.bytes = bytes;
    }

    ImageHeader probe() throws IOException {
        if (bytes.unsignedInt(SIGNATURE + 4) != IHDR) {
            throw HeaderProbe.damaged("it does not begin with its header").exception();
        }
        Dimensions stored = HeaderProbe.dimensions(bytes.unsignedInt(SIGNATURE + 8), bytes.unsignedInt(SIGNATURE + 12));
        noteHeader(SIGNATURE + 16);
        checkPixels(noteChunks(), stored);
        return new ImageHeader(ImageFormat.PNG, stored, orientation, colour, traits, 1);
    }

    /// Bit depth, colour type, compression, filter, interlace.
    private void noteHeader(long position) throws IOException {
        if (bytes.unsignedByte(position) > 8) {
            traits.add(Trait.DEEP);
        }
        if ((bytes.unsignedByte(position + 1) & ALPHA_BIT) != 0) {
            traits.add(Trait.ALPHA);
        }
        if (bytes.unsignedByte(position + 4) != 0) {
            traits.add(Trait.PROGRESSIVE);
        }
    }

    /// @return where the pixels begin
    private long noteChunks() throws IOException {
        long position = SIGNATURE;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            long length = bytes.unsignedInt(position);
            int type = (int) bytes.unsignedInt(position + 4);
            if (type == IDAT) {
                return position;
            }
            note(type, position + 8, length);
            position += length + 12;
        }
        throw HeaderProbe.damaged("more chunks than a picture has").exception();
    }

    /// Only a file that is longer than that is looked through.
    private void checkPixels(long start, Dimensions stored) throws IOException {
        long most = 2 * raw(stored) + MOST_TO_SPARE;
        if (bytes.has(start, most)) {
            checkPixels(start, most);
        }
    }

    private void checkPixels(long start, long most) throws IOException {
        long left = most;
        long position = start;
        while (bytes.unsignedInt(position + 4) == IDAT) {
            long length = bytes.unsignedInt(position);
            left -= length;
            if (left < 0) {
                throw HeaderProbe.damaged("more in it than its pixels").exception();
            }
            position += length + 12;
        }
    }

    /// Bytes of all rows, each with one for its filter.
    private long raw(Dimensions stored) throws IOException {
        int channels = switch (bytes.unsignedByte(SIGNATURE + 17)) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        long bits = (long) stored.width() * channels * bytes.unsignedByte(SIGNATURE + 16);
        return stored.height() * (bits / 8 + 2);
    }

    private void note(int type, long position, long length) throws IOException {
        switch (type) {
            case TRNS -> traits.add(Trait.ALPHA);
            case ICCP -> colour = Colour.PROFILED;
            case EXIF -> {
                byte[] exif = bytes.upTo(position, (int) Math.min(length, LONGEST_EXIF));
                orientation = ExifOrientation.inTiff(exif).orElse(Orientation.UPRIGHT);
            }
            case ZTXT -> noteCompressed(length);
            case ITXT -> noteCompressed(isCompressed(position) ? length : 0);
            case IEND -> throw HeaderProbe.damaged("it has no pixels").exception();
            default -> {}
        }
    }

    private void noteCompressed(long length) {
        compressedText += length;
        if (compressedText > MOST_COMPRESSED_TEXT) {
            throw HeaderProbe.damaged("more than 128 kB of compressed text").exception();
        }
    }

    /// International text says whether it is, behind its key.
    private boolean isCompressed(long position) throws IOException {
        byte[] start = bytes.upTo(position, LONGEST_KEY + 2);
        for (int at = 0; at + 1 < start.length; at++) {
            if (start[at] == 0) {
                return start[at + 1] != 0;
            }
        }
        return false;
    }
}
