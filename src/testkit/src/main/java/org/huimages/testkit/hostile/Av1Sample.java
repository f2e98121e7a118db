package org.huimages.testkit.hostile;

import java.util.HexFormat;

/// A still picture of 16 by 16 in AV1, gray from left to right, and what of it can be forged (AV1 specification,
/// section 5.5).
public final class Av1Sample {
    /// Profile 0, a still picture, level 2.0.
    private static final String START = "0001" + "1" + "00000";

    private static final String TOOLS_AND_COLOURS = "01101000100000001000011010000011010000";
    private static final String STOP = "1";
    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] FRAME = HEX.parseHex("32151c478785ddc0002c0000757d5cdfc7e20628546b80");

    private Av1Sample() {}

    /// The whole file.
    public static byte[] avif() {
        return new HeifBoxes("avif")
                .property(HeifBoxes.extent(16, 16))
                .property(configuration())
                .item("av01", picture(), 1, 2)
                .get();
    }

    static byte[] configuration() {
        return HeifBoxes.box("av1C", HEX.parseHex("81000c00"));
    }

    static byte[] picture() {
        return claiming(16, 16);
    }

    /// The same, with another size written into its header.
    static byte[] claiming(int width, int height) {
        return new Bytes().two(0x1200).raw(header(width, height)).raw(FRAME).get();
    }

    /// The same, with the true header before the forged one.
    static byte[] claimingLate(int width, int height) {
        return new Bytes()
                .two(0x1200)
                .raw(header(16, 16))
                .raw(header(width, height))
                .raw(FRAME)
                .get();
    }

    private static byte[] header(int width, int height) {
        String bits = START
                + bits(15, 4)
                + bits(15, 4)
                + bits(width - 1, 16)
                + bits(height - 1, 16)
                + TOOLS_AND_COLOURS
                + STOP;
        Bytes bytes = new Bytes();
        for (int at = 0; at < bits.length(); at += 8) {
            String eight = (bits.substring(at, Math.min(at + 8, bits.length())) + "0000000").substring(0, 8);
            bytes.one(Integer.parseInt(eight, 2));
        }
        return new Bytes().one(0x0A).one(bytes.size()).raw(bytes.get()).get();
    }

    private static String bits(int value, int count) {
        return String.format("%" + count + "s", Integer.toBinaryString(value)).replace(' ', '0');
    }
}
