package org.huimages.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// Builds chunks and puts them into PNG files.
public final class PngChunks {
    /// The signature and the chunk IHDR, which come first.
    private static final int START = 8 + 12 + 13;

    private PngChunks() {}

    /// The file with a chunk right behind its header.
    public static byte[] insert(byte[] png, String type, byte[] content) {
        ByteBuffer file = ByteBuffer.allocate(png.length + 12 + content.length);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        file.put(png, 0, START).putInt(content.length).put(name).put(content).putInt((int) sum.getValue());
        return file.put(png, START, png.length - START).array();
    }

    /// The content of the chunk iCCP.
    public static byte[] profile(byte[] profile) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("profile\0\0".getBytes(StandardCharsets.US_ASCII));
        Deflater deflater = new Deflater();
        deflater.setInput(profile);
        deflater.finish();
        byte[] packed = new byte[profile.length + 100];
        content.write(packed, 0, deflater.deflate(packed));
        deflater.end();
        return content.toByteArray();
    }
}
