package org.huimages.vips;

import java.nio.ByteBuffer;
import java.util.function.IntUnaryOperator;

/// The tables of a colour profile (ICC.1:2022, sections 10.10 to 10.16). A decoder makes room for as many points as
/// one claims, up to half a gigabyte, before it looks how many there are.
record ProfileTables(ByteBuffer profile) {
    private static final int TAGS = 128;
    private static final int ENTRY = 12;

    /// A profile with more is refused by the decoder.
    private static final int MOST_TAGS = 100;

    private static final int MFT1 = 0x6D667431;
    private static final int MFT2 = 0x6D667432;
    private static final int MAB = 0x6D414220;
    private static final int MBA = 0x6D424120;
    private static final int MPET = 0x6D706574;
    private static final int CLUT = 0x636C7574;
    private static final int MOST_DIMENSIONS = 16;

    /// Whether none claims more points than the profile has bytes.
    boolean fit() {
        int tags = profile.limit() < TAGS + 4 ? 0 : Math.clamp(profile.getInt(TAGS), 0, MOST_TAGS);
        for (int tag = 0; tag < tags; tag++) {
            if (!fits(TAGS + 4 + tag * ENTRY)) {
                return false;
            }
        }
        return true;
    }

    /// What lies outside of the profile is not read by the decoder either.
    private boolean fits(int entry) {
        try {
            int start = profile.getInt(entry + 4);
            return switch (profile.getInt(start)) {
                case MFT1, MFT2 -> fits(unsigned(start + 8), unsigned(start + 9), dimension -> unsigned(start + 10));
                case MAB, MBA -> fits(unsigned(start + 8), unsigned(start + 9), start + profile.getInt(start + 24));
                case MPET -> elementsFit(start);
                default -> true;
            };
        } catch (IndexOutOfBoundsException outside) {
            return true;
        }
    }

    private boolean elementsFit(int start) {
        int count = profile.getInt(start + 12);
        for (int element = 0; element < count; element++) {
            int at = start + profile.getInt(start + 16 + 8 * element);
            if (profile.getInt(at) == CLUT && !fits(profile.getShort(at + 8), profile.getShort(at + 10), at + 12)) {
                return false;
            }
        }
        return true;
    }

    /// @param points where a byte for each dimension stands
    private boolean fits(int in, int out, int points) {
        return fits(in, out, dimension -> unsigned(points + dimension));
    }

    private boolean fits(int in, int out, IntUnaryOperator points) {
        if (in < 0 || in > MOST_DIMENSIONS) {
            return false;
        }
        double claimed = out;
        for (int dimension = 0; dimension < in; dimension++) {
            claimed *= points.applyAsInt(dimension);
        }
        return claimed <= profile.limit();
    }

    private int unsigned(int position) {
        return profile.get(position) & 0xff;
    }
}
