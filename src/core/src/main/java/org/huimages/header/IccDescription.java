package org.huimages.header;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Looks for the name and the curve in an ICC profile (ICC.1:2022, sections 7.2, 9.2.41 and 10.6), to tell
/// sRGB from what needs work.
final class IccDescription {
    private static final int TAGS = 128;
    private static final int ENTRY = 12;
    private static final int MOST_TAGS = 100;
    private static final int DESC = 0x64657363;
    private static final int RED_CURVE = 0x72545243;
    private static final int PARAMETRIC = 0x70617261;
    private static final int LONGEST = 512;

    /// A gamma of 1.5, between that of a straight line and that of sRGB, in 1/256 and in 1/65,536.
    private static final int BENT = 0x0180;

    private static final int BENT_PARAMETRIC = 0x0001_8000;

    /// What a curve of points has to have in its middle at most, of 65,535: in the same place between them.
    private static final int BENT_MIDDLE = 0x5A00;

    private final ByteBuffer profile;

    private IccDescription(byte[] profile) {
        this.profile = ByteBuffer.wrap(profile);
    }

    /// Whether the profile calls itself sRGB and has a curve like it: `linear sRGB` has not. One that is cut
    /// off or damaged is none.
    static boolean isSrgb(byte[] profile) {
        try {
            IccDescription description = new IccDescription(profile);
            return description.name().contains("sRGB") && !description.isLinear();
        } catch (IndexOutOfBoundsException damaged) {
            return false;
        }
    }

    private String name() {
        int entry = entry(DESC);
        return entry < 0 ? "" : text(profile.getInt(entry + 4), profile.getInt(entry + 8));
    }

    /// A profile that is one large table has no such curve.
    private boolean isLinear() {
        int entry = entry(RED_CURVE);
        return entry >= 0 && isLinear(profile.getInt(entry + 4));
    }

    private boolean isLinear(int curve) {
        if (profile.getInt(curve) == PARAMETRIC) {
            return profile.getInt(curve + 12) < BENT_PARAMETRIC;
        }
        int points = profile.getInt(curve + 8);
        return switch (points) {
            case 0 -> true;
            case 1 -> unsignedShort(curve + 12) < BENT;
            default -> unsignedShort(curve + 12 + points / 2 * 2) > BENT_MIDDLE;
        };
    }

    private int unsignedShort(int position) {
        return Short.toUnsignedInt(profile.getShort(position));
    }

    private int entry(int tag) {
        int tags = Math.clamp(profile.getInt(TAGS), 0, MOST_TAGS);
        for (int entry = TAGS + 4; entry < TAGS + 4 + tags * ENTRY; entry += ENTRY) {
            if (profile.getInt(entry) == tag) {
                return entry;
            }
        }
        return -1;
    }

    /// ASCII in version 2, UTF-16 in version 4: without the zeros they read the same.
    private String text(int offset, int length) {
        byte[] text = new byte[Math.clamp(length, 0, LONGEST)];
        profile.get(offset, text);
        return new String(text, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
