package org.huimages.header;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Looks for the name in an ICC profile (ICC.1:2022, sections 7.2 and 9.2.41), to tell sRGB from what needs work.
final class IccDescription {
    private static final int TAGS = 128;
    private static final int ENTRY = 12;
    private static final int MOST_TAGS = 100;
    private static final int DESC = 0x64657363;
    private static final int LONGEST = 512;

    private IccDescription() {}

    /// Whether the profile calls itself sRGB. One that is cut off or damaged does not.
    static boolean isSrgb(byte[] profile) {
        try {
            return description(ByteBuffer.wrap(profile)).contains("sRGB");
        } catch (IndexOutOfBoundsException damaged) {
            return false;
        }
    }

    private static String description(ByteBuffer profile) {
        int tags = Math.clamp(profile.getInt(TAGS), 0, MOST_TAGS);
        for (int entry = TAGS + 4; entry < TAGS + 4 + tags * ENTRY; entry += ENTRY) {
            if (profile.getInt(entry) == DESC) {
                return text(profile, profile.getInt(entry + 4), profile.getInt(entry + 8));
            }
        }
        return "";
    }

    /// ASCII in version 2, UTF-16 in version 4: without the zeros they read the same.
    private static String text(ByteBuffer profile, int offset, int length) {
        byte[] text = new byte[Math.clamp(length, 0, LONGEST)];
        profile.get(offset, text);
        return new String(text, StandardCharsets.ISO_8859_1).replace("\0", "");
    }
}
