package org.huimages.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Builds marker segments and puts them into JPEG files.
public final class JpegSegments {
    private static final int APP1 = 0xE1;

    private JpegSegments() {}

    /// An APP1 segment with EXIF that has one entry: Orientation. The byte order is that of most cameras.
    public static byte[] exif(int orientation) {
        return exif(orientation, ByteOrder.BIG_ENDIAN);
    }

    /// An APP1 segment with EXIF that has one entry: Orientation.
    public static byte[] exif(int orientation, ByteOrder order) {
        ByteBuffer tiff = ByteBuffer.allocate(6 + 8 + 2 + 12 + 4).order(order);
        tiff.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        tiff.putInt(0);
        return segment(APP1, tiff.array());
    }

    /// A frame header (SOF) with 8 bits a sample.
    ///
    /// @param marker C0 for baseline, C2 for progressive
    public static byte[] frame(int marker, int width, int height, int components) {
        ByteBuffer frame = ByteBuffer.allocate(6 + 3 * components);
        frame.put((byte) 8).putShort((short) height).putShort((short) width).put((byte) components);
        return segment(marker, frame.array());
    }

    /// A marker segment with this content, at most 65,533 bytes.
    public static byte[] segment(int marker, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xFF)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
    }

    /// The file with the segment right behind its start.
    public static byte[] insert(byte[] jpeg, byte[] segment) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(segment);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /// The file with another size written in its frame header; its pixels stay what they were.
    public static byte[] claimSize(byte[] jpeg, int width, int height) {
        byte[] claimed = jpeg.clone();
        int frame = frameAt(claimed);
        ByteBuffer.wrap(claimed).putShort(frame + 5, (short) height).putShort(frame + 7, (short) width);
        return claimed;
    }

    private static int frameAt(byte[] jpeg) {
        for (int at = 2; at < jpeg.length - 9; at++) {
            if ((jpeg[at] & 0xff) == 0xFF && (jpeg[at + 1] & 0xff) >= 0xC0 && (jpeg[at + 1] & 0xff) <= 0xC2) {
                return at;
            }
        }
        throw new IllegalArgumentException("no frame header in these bytes");
    }
}
