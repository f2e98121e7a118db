package org.huimages.it;

/// Whether a JPEG is there to its end.
final class Jpegs {
    private static final byte MARKER = (byte) 0xFF;
    private static final byte START = (byte) 0xD8;
    private static final byte END = (byte) 0xD9;
    private static final int SHORTEST = 4;

    private Jpegs() {}

    static boolean isWhole(byte[] file) {
        return file.length > SHORTEST
                && file[0] == MARKER
                && file[1] == START
                && file[file.length - 2] == MARKER
                && file[file.length - 1] == END;
    }
}
