package org.huimages.testkit.hostile;

import java.util.Arrays;
import java.util.zip.Deflater;

/// Zlib streams (RFC 1950), among them such that grow a thousandfold.
public final class Deflated {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int ADLER_MODULUS = 65_521;
    private static final int MOST = 4096;

    private Deflated() {}

    public static byte[] of(byte[] content) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(content);
        deflater.finish();
        byte[] out = new byte[content.length + 64 + content.length / 1000];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    /// One kilobyte for each megabyte of zeros: the same block again and again, with the right checksum behind.
    public static byte[] zeros(int megabytes) {
        long length = (long) megabytes * MEGABYTE;
        return new Bytes()
                .two(0x78DA)
                .repeat(megabytes, megabyteOfZeros())
                .two(0x0300)
                .four(length % ADLER_MODULUS << 16 | 1)
                .get();
    }

    /// Ends at a byte, and refers to nothing before it.
    private static byte[] megabyteOfZeros() {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(new byte[MEGABYTE]);
        byte[] out = new byte[MOST];
        int length = deflater.deflate(out, 0, MOST, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(out, length);
    }
}
