package org.huimages.testkit.hostile;

/// Colour profiles of each kind of table, which may claim more points than there are (ICC.1:2022, sections 10.10 to
/// 10.16).
public final class TableProfiles {
    /// As many bytes as every table has, whatever it claims.
    private static final int POINTS = 4000;

    private TableProfiles() {}

    /// Of 16 bits, in the order of the first version.
    ///
    /// @param colours `RGB `, `CMYK`
    /// @param points in each direction
    public static byte[] plain(String colours, int in, int out, int points) {
        return profile(colours)
                .tag("A2B0", table(in, out, points))
                .tag("A2B1", table(in, out, points))
                .get();
    }

    private static ProfileMaker profile(String colours) {
        return new ProfileMaker("prtr", colours).tag("wtpt", ProfileMaker.xyz(0xF6D6, 0x10000, 0xD32D));
    }

    private static byte[] table(int in, int out, int points) {
        return new Bytes()
                .text("mft2")
                .four(0)
                .one(in)
                .one(out)
                .one(points)
                .one(0)
                .zeros(36)
                .two(2)
                .two(2)
                .zeros(POINTS)
                .get();
    }

    /// Of 16 bits, in parts that lie in any order.
    public static byte[] inParts(String colours, int in, int out, int points) {
        byte[] table = new Bytes()
                .text("mAB ")
                .four(0)
                .one(in)
                .one(out)
                .two(0)
                .zeros(12)
                .four(32)
                .four(0)
                .repeat(16, new byte[] {(byte) points})
                .four(0x0200_0000)
                .zeros(POINTS)
                .get();
        return profile(colours).tag("A2B0", table).tag("A2B1", table).get();
    }

    /// Of floating point numbers, beside a small one of the first kind.
    public static byte[] floats(String colours, int in, int out, int points) {
        byte[] table = new Bytes()
                .text("mpet")
                .four(0)
                .two(in)
                .two(out)
                .four(1)
                .four(24)
                .four(POINTS)
                .text("clut")
                .four(0)
                .two(in)
                .two(out)
                .repeat(16, new byte[] {(byte) points})
                .zeros(POINTS)
                .get();
        return profile(colours)
                .tag("A2B0", table(3, 3, 2))
                .tag("D2B0", table)
                .tag("D2B1", table)
                .get();
    }
}
