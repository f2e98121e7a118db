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

    /// A decoder inflates each to up to 8 MB before it decides that it is one too many.
    private static final int MOST_TEXTS = 100;

    private static final int LONGEST_EXIF = 65_536;
    private static final int ALPHA_BIT = 4;

    private final FileBytes bytes;
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private Orientation orientation = Orientation.UPRIGHT;
    private Colour colour = Colour.PLAIN;
    private int texts;

    PngProbe(FileBytes bytes) {
        this.bytes = bytes;
    }

    ImageHeader probe() throws IOException {
        if (bytes.unsignedInt(SIGNATURE + 4) != IHDR) {
            throw HeaderProbe.damaged("it does not begin with its header").exception();
        }
        Dimensions stored = HeaderProbe.dimensions(bytes.unsignedInt(SIGNATURE + 8), bytes.unsignedInt(SIGNATURE + 12));
        noteHeader(SIGNATURE + 16);
        noteChunks();
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

    private void noteChunks() throws IOException {
        long position = SIGNATURE;
        for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
            long length = bytes.unsignedInt(position);
            int type = (int) bytes.unsignedInt(position + 4);
            if (type == IDAT) {
                return;
            }
            note(type, position + 8, length);
            position += length + 12;
        }
        throw HeaderProbe.damaged("more chunks than a picture has").exception();
    }

    private void note(int type, long position, long length) throws IOException {
        switch (type) {
            case TRNS -> traits.add(Trait.ALPHA);
            case ICCP -> colour = Colour.PROFILED;
            case EXIF -> {
                byte[] exif = bytes.upTo(position, (int) Math.min(length, LONGEST_EXIF));
                orientation = ExifOrientation.inTiff(exif).orElse(Orientation.UPRIGHT);
            }
            case ZTXT, ITXT -> {
                if (++texts > MOST_TEXTS) {
                    throw HeaderProbe.damaged("more texts than " + MOST_TEXTS).exception();
                }
            }
            case IEND -> throw HeaderProbe.damaged("it has no pixels").exception();
            default -> {}
        }
    }
}
