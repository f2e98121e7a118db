package org.huimages.testkit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes colour profiles (ICC.1:2001-04, version 2), as far as pictures for tests need them.
final class IccFile {
    private static final int HEADER = 128;
    private static final int ENTRY = 12;
    private static final int VERSION_2_4 = 0x02400000;

    private final Map<String, byte[]> tags = new LinkedHashMap<>();

    IccFile(String name) {
        tags.put("desc", description(name));
        tags.put("cprt", text("no rights reserved"));
        tags.put("wtpt", xyz(Xyz.WHITE));
    }

    IccFile with(String tag, byte[] content) {
        tags.put(tag, content);
        return this;
    }

    /// @param kind class of device, colour space and connection space, four letters each
    byte[] bytes(String kind) {
        int start = HEADER + 4 + ENTRY * tags.size();
        int length = start + tags.values().stream().mapToInt(tag -> tag.length).sum();
        ByteBuffer file = ByteBuffer.allocate(length);
        header(file, kind);
        file.position(HEADER).putInt(tags.size());
        int offset = start;
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            file.put(ascii(tag.getKey())).putInt(offset).putInt(tag.getValue().length);
            offset += tag.getValue().length;
        }
        tags.values().forEach(file::put);
        return file.array();
    }

    private static void header(ByteBuffer file, String kind) {
        file.putInt(0, file.capacity()).putInt(8, VERSION_2_4);
        file.put(12, ascii(kind)).put(36, ascii("acsp")).put(68, xyz(Xyz.WHITE), 8, 12);
    }

    private static byte[] description(String name) {
        ByteBuffer description = ByteBuffer.allocate(wholeWords(12 + name.length() + 1 + 78));
        return description
                .put(ascii("desc"))
                .putInt(8, name.length() + 1)
                .put(12, ascii(name))
                .array();
    }

    private static byte[] text(String text) {
        ByteBuffer content = ByteBuffer.allocate(wholeWords(8 + text.length() + 1));
        return content.put(ascii("text")).put(8, ascii(text)).array();
    }

    private static int wholeWords(int length) {
        return (length + 3) / 4 * 4;
    }

    static byte[] xyz(Xyz point) {
        ByteBuffer content = ByteBuffer.allocate(20).put(ascii("XYZ "));
        return content.putInt(8, fixed(point.x()))
                .putInt(12, fixed(point.y()))
                .putInt(16, fixed(point.z()))
                .array();
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65_536);
    }

    /// A gamma, which is stored in 1/256.
    static byte[] curve(double gamma) {
        ByteBuffer content = ByteBuffer.allocate(16).put(ascii("curv"));
        return content.putInt(8, 1)
                .putShort(12, (short) Math.round(gamma * 256))
                .array();
    }

    /// What four inks give where each is there in full or not at all, with straight lines in between.
    ///
    /// @param corners 16 times L*, a* and b*, each as a byte; the last ink changes fastest
    static byte[] lab(byte[] corners) {
        ByteBuffer content = ByteBuffer.allocate(48 + 4 * 256 + corners.length + 3 * 256);
        content.put(ascii("mft1")).put(8, new byte[] {4, 3, 2});
        for (int diagonal = 12; diagonal < 48; diagonal += 16) {
            content.putInt(diagonal, 65_536);
        }
        content.position(48);
        straight(content, 4);
        content.put(corners);
        straight(content, 3);
        return content.array();
    }

    private static void straight(ByteBuffer content, int tables) {
        for (int at = 0; at < tables * 256; at++) {
            content.put((byte) at);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
