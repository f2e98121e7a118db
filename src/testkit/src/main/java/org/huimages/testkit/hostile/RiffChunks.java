package org.huimages.testkit.hostile;

import java.util.BitSet;

/// Builds WebP files chunk by chunk (RFC 9649).
public final class RiffChunks {
    public static final int HAS_ALPHA = 0x10;
    public static final int HAS_PROFILE = 0x20;
    public static final int HAS_EXIF = 0x08;
    static final int HAS_FRAMES = 0x02;
    private static final int LOSSLESS_SIGNATURE = 0x2F;

    private RiffChunks() {}

    public static byte[] webp(byte[]... chunks) {
        Bytes content = new Bytes().text("WEBP");
        for (byte[] chunk : chunks) {
            content.raw(chunk);
        }
        return new Bytes()
                .text("RIFF")
                .littleFour(content.size())
                .raw(content.get())
                .get();
    }

    public static byte[] chunk(String type, byte[] content) {
        return new Bytes()
                .text(type)
                .littleFour(content.length)
                .raw(content)
                .zeros(content.length % 2)
                .get();
    }

    /// The first chunk of a file that has more than a picture.
    public static byte[] extended(int flags, int width, int height) {
        return chunk(
                "VP8X",
                new Bytes()
                        .littleFour(flags)
                        .littleThree(width - 1)
                        .littleThree(height - 1)
                        .get());
    }

    /// Black, in as many bytes for any size: each of the five codes has one symbol, which takes no bit.
    public static byte[] black(int width, int height) {
        BitSet bits = new BitSet();
        int end = put(bits, 0, width - 1, 14);
        end = put(bits, end, height - 1, 14);
        end = put(bits, end, 0, 1 + 3 + 1 + 1 + 1); // alpha, version, transform, colour cache, further codes
        for (int code = 0; code < 5; code++) {
            end = put(bits, end, 0b0001, 4); // simple, one symbol, of one bit: 0
        }
        byte[] packed = new byte[end / 8 + 8];
        byte[] set = bits.toByteArray();
        System.arraycopy(set, 0, packed, 0, set.length);
        return chunk("VP8L", new Bytes().one(LOSSLESS_SIGNATURE).raw(packed).get());
    }

    /// The lowest bit first.
    private static int put(BitSet bits, int at, int value, int count) {
        for (int bit = 0; bit < count; bit++) {
            bits.set(at + bit, (value >> bit & 1) == 1);
        }
        return at + count;
    }

    /// The start of a lossy picture, without its pixels.
    static byte[] lossyStart(int width, int height) {
        Bytes frame = new Bytes().littleThree(0x10).two(0x9D01).one(0x2A);
        return chunk("VP8 ", frame.littleTwo(width).littleTwo(height).zeros(40).get());
    }
}
