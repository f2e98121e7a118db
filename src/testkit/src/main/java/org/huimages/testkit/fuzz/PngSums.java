package org.huimages.testkit.fuzz;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// The checksums of a PNG. Without them, a decoder would see next to nothing of what was changed.
final class PngSums {
    private static final long SIGNATURE = 0x8950_4E47_0D0A_1A0AL;

    /// Length, name and checksum of a chunk.
    private static final int AROUND = 12;

    private PngSums() {}

    /// The file with the right checksum for each chunk, as far as there are chunks; any other file as it is.
    static byte[] mended(byte[] file) {
        ByteBuffer mended = ByteBuffer.wrap(file.clone());
        if (file.length < Long.BYTES || mended.getLong(0) != SIGNATURE) {
            return file;
        }
        int at = Long.BYTES;
        while (at + AROUND <= file.length && isWithin(mended.getInt(at), file.length - at - AROUND)) {
            int end = at + AROUND - 4 + mended.getInt(at);
            CRC32 sum = new CRC32();
            sum.update(mended.array(), at + 4, end - at - 4);
            mended.putInt(end, (int) sum.getValue());
            at = end + 4;
        }
        return mended.array();
    }

    private static boolean isWithin(int length, int most) {
        return length >= 0 && length <= most;
    }
}
