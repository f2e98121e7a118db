package org.huimages.testkit.fuzz;

import java.util.ArrayList;
import java.util.List;

/// A number in a file.
///
/// @param position of its first byte
/// @param bytes from 1 to 4
/// @param little whether the last byte counts most
record Field(int position, int bytes, boolean little) {
    private static final int MARKER = 0xFF;
    private static final int FIRST_WITH_LENGTH = 0xC0;
    private static final int NAME = 4;

    /// Where a length seems to stand, in any format: behind a marker of JPEG, on both sides of a name of four letters
    /// (PNG, RIFF, ISO boxes, ICC), in the blocks of GIF.
    static List<Field> lengths(byte[] file) {
        List<Field> found = new ArrayList<>();
        for (int at = 0; at + 2 * NAME <= file.length; at++) {
            if (isMarker(file, at)) {
                found.add(new Field(at + 2, 2, false));
            } else if (isName(file, at)) {
                found.add(new Field(Math.max(0, at - NAME), NAME, false));
                found.add(new Field(at + NAME, NAME, true));
            }
        }
        if (file.length > 0 && file[0] == 'G') {
            addBlocks(file, found);
        }
        return found;
    }

    private static boolean isMarker(byte[] file, int at) {
        int code = file[at + 1] & 0xff;
        return (file[at] & 0xff) == MARKER && code >= FIRST_WITH_LENGTH && code != MARKER;
    }

    private static boolean isName(byte[] file, int at) {
        for (int letter = at; letter < at + NAME; letter++) {
            if (!Character.isLetterOrDigit(file[letter]) && file[letter] != ' ') {
                return false;
            }
        }
        return true;
    }

    /// Size of a frame and length of its first block; length of the first block of an extension.
    private static void addBlocks(byte[] file, List<Field> found) {
        for (int at = 13; at + 12 < file.length; at++) {
            switch (file[at]) {
                case 0x2C -> {
                    found.add(new Field(at + 5, 2, true));
                    found.add(new Field(at + 7, 2, true));
                    found.add(new Field(at + 11, 1, true));
                }
                case 0x21 -> found.add(new Field(at + 2, 1, true));
                default -> {}
            }
        }
    }

    long get(byte[] file) {
        long value = 0;
        for (int index = 0; index < bytes; index++) {
            value |= (file[position + index] & 0xffL) << shift(index);
        }
        return value;
    }

    void put(byte[] file, long value) {
        for (int index = 0; index < bytes; index++) {
            file[position + index] = (byte) (value >> shift(index));
        }
    }

    private int shift(int index) {
        return Byte.SIZE * (little ? index : bytes - 1 - index);
    }
}
