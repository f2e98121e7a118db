package org.huimages.testkit.hostile;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;

/// Writes lossless WebP of the plainest kind: two transforms, and eight bits for each sample (RFC 9649, section 3).
public final class LosslessWebp {
    private static final int SIGNATURE = 0x2F;
    private static final int SUBTRACT_GREEN = 2;
    private static final int PREDICTOR = 0;
    private static final int LARGEST_BLOCK = 9;

    /// The left neighbour.
    private static final int LEFT = 1;

    /// Of 19 lengths that a code can have, the twelfth that is told is that of eight bits.
    private static final int LENGTHS_TOLD = 12;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private int pending;
    private int pendingBits;

    private LosslessWebp() {}

    /// The chunk `VP8L`: alone it is all that a file needs.
    public static byte[] chunk(BufferedImage image) {
        return RiffChunks.chunk("VP8L", new LosslessWebp().written(image));
    }

    private byte[] written(BufferedImage image) {
        put(SIGNATURE, 8);
        put(image.getWidth() - 1, 14);
        put(image.getHeight() - 1, 14);
        put(image.getColorModel().hasAlpha() ? 1 : 0, 1 + 3);
        predictorOfOneBlock(image);
        put(1 | SUBTRACT_GREEN << 1, 3);
        put(0, 1 + 1 + 1); // no more transforms, no colour cache, one set of codes
        codes();
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                pixel(image.getRGB(x, y));
            }
        }
        put(0, Byte.SIZE);
        return bytes.toByteArray();
    }

    /// A picture of modes, one for each block: there is one block, and its mode is in the codes. Samples are not what
    /// they were before: it is another picture than the one given, of the same size.
    private void predictorOfOneBlock(BufferedImage image) {
        if (Math.max(image.getWidth(), image.getHeight()) > 1 << LARGEST_BLOCK) {
            throw new IllegalArgumentException("too large for one block");
        }
        put(1 | PREDICTOR << 1, 3);
        put(LARGEST_BLOCK - 2, 3);
        put(0, 1);
        for (int code = 0; code < 5; code++) {
            single(code == 0 ? LEFT : 0);
        }
    }

    /// A code of one symbol, which takes no bit.
    private void single(int symbol) {
        put(0b101, 3); // simple, one symbol, of eight bits
        put(symbol, Byte.SIZE);
    }

    /// Eight bits for each of 256 symbols, four times; nothing for distances.
    private void codes() {
        for (int code = 0; code < 4; code++) {
            put(0, 1);
            put(LENGTHS_TOLD - 4, 4);
            for (int length = 1; length < LENGTHS_TOLD; length++) {
                put(0, 3);
            }
            put(1, 3);
            put(1 | 3 << 1, 4); // that many symbols: a number of eight bits
            put(256 - 2, Byte.SIZE);
        }
        single(0);
    }

    private void pixel(int argb) {
        symbol(argb >> 8);
        symbol(argb >> 16);
        symbol(argb);
        symbol(argb >> 24);
    }

    /// The highest bit first.
    private void symbol(int sample) {
        put(Integer.reverse(sample) >>> 24, Byte.SIZE);
    }

    /// The lowest bit first.
    private void put(int value, int count) {
        for (int bit = 0; bit < count; bit++) {
            pending |= (value >> bit & 1) << pendingBits++;
            if (pendingBits == Byte.SIZE) {
                bytes.write(pending);
                pending = 0;
                pendingBits = 0;
            }
        }
    }
}
