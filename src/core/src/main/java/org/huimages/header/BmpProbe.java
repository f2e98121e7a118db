package org.huimages.header;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.huimages.failure.FailureException;
import org.huimages.url.Dimensions;

/// Reads how large a BMP file is (Microsoft's 'Bitmap Storage'): as with TIFF, older systems took such originals in,
/// and they are sent as they are. None is ever given to a decoder.
public final class BmpProbe {
    private static final int MAGIC = 0x424d;
    private static final int HEADER = 14;

    /// How long the second header can be: its length says which it is.
    private static final Set<Long> LENGTHS = Set.of(12L, 40L, 52L, 56L, 64L, 108L, 124L);

    /// The first one, whose edges have two bytes each.
    private static final int OLD = 12;

    private BmpProbe() {}

    /// Whether it begins as one does: two letters alone would be too little.
    static boolean isOne(FileBytes bytes) throws IOException {
        return bytes.has(0, HEADER + OLD)
                && bytes.unsignedShort(0) == MAGIC
                && LENGTHS.contains(bytes.littleInt(HEADER));
    }

    /// How large the picture in `file` is.
    ///
    /// @throws FailureException [org.huimages.failure.Failure.Unprocessable] if that cannot be read
    public static Dimensions probe(Path file) {
        return FileBytes.read(file, BmpProbe::probe);
    }

    /// Where the rows come from the top the height is less than nothing.
    private static Dimensions probe(FileBytes bytes) throws IOException {
        if (bytes.littleInt(HEADER) == OLD) {
            return HeaderProbe.dimensions(bytes.littleShort(HEADER + 4), bytes.littleShort(HEADER + 6));
        }
        return HeaderProbe.dimensions(signed(bytes, HEADER + 4), Math.abs(signed(bytes, HEADER + 8)));
    }

    private static long signed(FileBytes bytes, int position) throws IOException {
        int number = (int) bytes.littleInt(position);
        return number;
    }
}
