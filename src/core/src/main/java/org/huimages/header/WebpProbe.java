package org.huimages.header;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// Reads the first chunk of a WebP file, and the EXIF chunk where the first says that there is one (RFC 9649).
final class WebpProbe {
    private static final int FIRST = 12;
    private static final int CONTENT = 20;
    private static final int LOSSY = 0x56503820;
    private static final int LOSSLESS = 0x5650384C;
    private static final int EXTENDED = 0x56503858;
    private static final int EXIF = 0x45584946;
    private static final int HAS_PROFILE = 0x20;
    private static final int HAS_ALPHA = 0x10;
    private static final int HAS_EXIF = 0x08;

    /// A decoder keeps a note of each, and for each frame goes through all frames before it.
    private static final int MOST_CHUNKS = 10_000;

    private static final int LONGEST_EXIF = 65_536;

    private final FileBytes bytes;
    private final Set<Trait> traits = EnumSet.of(Trait.PROGRESSIVE);

    WebpProbe(FileBytes bytes) {
        this.bytes = bytes;
    }

    ImageHeader probe() throws IOException {
        return switch ((int) bytes.unsignedInt(FIRST)) {
            case LOSSY -> plain(lossy());
            case LOSSLESS -> plain(lossless());
            case EXTENDED -> extended();
            default ->
                throw HeaderProbe.damaged("a first chunk that is none of a picture")
                        .exception();
        };
    }

    private ImageHeader plain(Dimensions stored) {
        return header(stored, Orientation.UPRIGHT, Colour.PLAIN);
    }

    private ImageHeader header(Dimensions stored, Orientation orientation, Colour colour) {
        return new ImageHeader(ImageFormat.WEBP, stored, orientation, colour, traits, 1);
    }

    /// The frame header of VP8 (RFC 6386, section 9.1): three bytes tag, three bytes start code, 14 bits each.
    private Dimensions lossy() throws IOException {
        if (bytes.unsignedByte(CONTENT + 3) != 0x9D || bytes.unsignedShort(CONTENT + 4) != 0x012A) {
            throw HeaderProbe.damaged("it does not begin with a whole frame").exception();
        }
        return HeaderProbe.dimensions(bytes.littleShort(CONTENT + 6) & 0x3FFF, bytes.littleShort(CONTENT + 8) & 0x3FFF);
    }

    /// A signature byte, then 14 bits width - 1, 14 bits height - 1, one bit alpha.
    private Dimensions lossless() throws IOException {
        long bits = bytes.littleShort(CONTENT + 1) | (long) bytes.littleShort(CONTENT + 3) << 16;
        if ((bits >> 28 & 1) != 0) {
            traits.add(Trait.ALPHA);
        }
        return HeaderProbe.dimensions((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1);
    }

    private ImageHeader extended() throws IOException {
        int flags = bytes.unsignedByte(CONTENT);
        if ((flags & HAS_ALPHA) != 0) {
            traits.add(Trait.ALPHA);
        }
        Dimensions canvas =
                HeaderProbe.dimensions(bytes.littleThree(CONTENT + 4) + 1L, bytes.littleThree(CONTENT + 7) + 1L);
        Optional<Orientation> orientation = walk();
        return header(
                canvas,
                orientation.filter(found -> (flags & HAS_EXIF) != 0).orElse(Orientation.UPRIGHT),
                (flags & HAS_PROFILE) == 0 ? Colour.PLAIN : Colour.PROFILED);
    }

    /// What the EXIF chunk tells, wherever it lies. A file that is cut off has the chunks that are there.
    private Optional<Orientation> walk() throws IOException {
        Optional<Orientation> orientation = Optional.empty();
        try {
            long position = FIRST;
            for (int chunk = 0; chunk < MOST_CHUNKS; chunk++) {
                long length = bytes.littleInt(position + 4);
                if (orientation.isEmpty() && (int) bytes.unsignedInt(position) == EXIF) {
                    orientation = Optional.of(exif(bytes.upTo(position + 8, (int) Math.min(length, LONGEST_EXIF))));
                }
                position += 8 + length + (length & 1);
            }
        } catch (FileBytes.EndOfFile end) {
            return orientation;
        }
        throw HeaderProbe.damaged("more chunks than " + MOST_CHUNKS).exception();
    }

    /// Some programs write the prefix that only JPEG needs.
    private static Orientation exif(byte[] chunk) {
        return ExifOrientation.find(chunk)
                .or(() -> ExifOrientation.inTiff(chunk))
                .orElse(Orientation.UPRIGHT);
    }
}
