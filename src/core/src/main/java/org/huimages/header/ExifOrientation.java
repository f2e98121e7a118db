package org.huimages.header;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Finds the tag Orientation in an EXIF segment: the first directory of a small TIFF file (EXIF 2.32, section
/// 4.6).
final class ExifOrientation {
    private static final byte[] PREFIX = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final int TAG = 0x0112;
    private static final int TYPE_SHORT = 3;
    private static final int ENTRY_BYTES = 12;

    private ExifOrientation() {}

    /// The orientation that an APP1 segment tells, if it is EXIF and has one. Damaged EXIF tells nothing.
    static Optional<Orientation> find(byte[] segment) {
        if (!Arrays.equals(segment, 0, Math.min(PREFIX.length, segment.length), PREFIX, 0, PREFIX.length)) {
            return Optional.empty();
        }
        return inTiff(Arrays.copyOfRange(segment, PREFIX.length, segment.length));
    }

    /// The same for EXIF as other formats hold it, without the prefix.
    static Optional<Orientation> inTiff(byte[] tiff) {
        try {
            return inTiff(ByteBuffer.wrap(tiff));
        } catch (IndexOutOfBoundsException damaged) {
            return Optional.empty();
        }
    }

    private static Optional<Orientation> inTiff(ByteBuffer tiff) {
        boolean littleEndian = tiff.getShort(0) == 0x4949;
        tiff.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int entry = directory + 2; entry < directory + 2 + entries * ENTRY_BYTES; entry += ENTRY_BYTES) {
            if ((tiff.getShort(entry) & 0xffff) == TAG && tiff.getShort(entry + 2) == TYPE_SHORT) {
                return Optional.of(Orientation.ofExif(tiff.getShort(entry + 8) & 0xffff));
            }
        }
        return Optional.empty();
    }
}
