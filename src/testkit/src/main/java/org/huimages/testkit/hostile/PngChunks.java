package org.huimages.testkit.hostile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;

/// Builds PNG files chunk by chunk (W3C PNG, third edition).
public final class PngChunks {
    private static final int SIGNATURE_AND_HEADER = 8 + 25;

    private PngChunks() {}

    public static byte[] chunk(String type, byte[] content) {
        byte[] named = new Bytes().text(type).raw(content).get();
        CRC32 crc = new CRC32();
        crc.update(named);
        return new Bytes().four(content.length).raw(named).four(crc.getValue()).get();
    }

    /// Signature and IHDR.
    ///
    /// @param colour 0 gray, 2 RGB, 3 palette, 4 gray and alpha, 6 RGB and alpha
    /// @param interlace 0 none, 1 Adam7
    public static byte[] start(long width, long height, int depth, int colour, int interlace) {
        byte[] header = new Bytes()
                .four(width)
                .four(height)
                .one(depth)
                .one(colour)
                .two(0)
                .one(interlace)
                .get();
        return new Bytes()
                .raw(HexFormat.of().parseHex("89504e470d0a1a0a"))
                .raw(chunk("IHDR", header))
                .get();
    }

    public static byte[] end() {
        return chunk("IEND", new byte[0]);
    }

    /// A gray picture of 8 by 8, with these chunks before its pixels.
    public static byte[] small(byte[]... before) {
        Bytes bytes = new Bytes().raw(start(8, 8, 8, 0, 0));
        for (byte[] chunk : before) {
            bytes.raw(chunk);
        }
        return bytes.raw(smallPixels()).raw(end()).get();
    }

    /// The pixels of [#small].
    static byte[] smallPixels() {
        return chunk("IDAT", Deflated.of(new byte[8 * 9]));
    }

    /// The file with the chunk right behind its header.
    public static byte[] insert(byte[] png, byte[] chunk) {
        return new Bytes()
                .raw(Arrays.copyOf(png, SIGNATURE_AND_HEADER))
                .raw(chunk)
                .raw(Arrays.copyOfRange(png, SIGNATURE_AND_HEADER, png.length))
                .get();
    }

    /// Compressed text with its key.
    static byte[] compressedText(String key, byte[] zlib) {
        return chunk("zTXt", keyed(key, zlib));
    }

    static byte[] compressedInternationalText(String key, byte[] zlib) {
        byte[] content = new Bytes().text(key).one(0).one(1).zeros(3).raw(zlib).get();
        return chunk("iTXt", content);
    }

    /// International text that is not compressed.
    static byte[] internationalText(int length) {
        byte[] letters = new byte[length];
        Arrays.fill(letters, (byte) 'a');
        return chunk("iTXt", new Bytes().text("key").zeros(5).raw(letters).get());
    }

    /// A colour profile.
    public static byte[] profile(byte[] zlib) {
        return chunk("iCCP", keyed("icc", zlib));
    }

    private static byte[] keyed(String key, byte[] zlib) {
        return new Bytes()
                .raw(key.getBytes(StandardCharsets.ISO_8859_1))
                .two(0)
                .raw(zlib)
                .get();
    }
}
