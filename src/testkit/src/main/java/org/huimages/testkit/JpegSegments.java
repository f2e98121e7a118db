package org.huimages.testkit;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Builds marker segments and puts them into JPEG files.
public final class JpegSegments {
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int APP14 = 0xEE;

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

    /// An APP2 segment with a colour profile, which has to go into one.
    public static byte[] profile(byte[] profile) {
        byte[] mark = "ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII);
        return segment(
                APP2,
                ByteBuffer.allocate(mark.length + profile.length)
                        .put(mark)
                        .put(profile)
                        .array());
    }

    /// An APP14 segment as Adobe writes it: how the components are to be understood.
    ///
    /// @param transform 0 for RGB or CMYK, 1 for YCbCr, 2 for YCCK
    public static byte[] adobe(int transform) {
        byte[] content = "Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII);
        content[content.length - 1] = (byte) transform;
        return segment(APP14, content);
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

    /// How many samples each component has, across and down, in what belongs together: `2x2, 1x1, 1x1` is
    /// 4:2:0.
    public static List<String> sampling(byte[] jpeg) {
        int frame = frameAt(jpeg);
        List<String> sampling = new ArrayList<>();
        for (int component = 0; component < jpeg[frame + 9]; component++) {
            int factors = jpeg[frame + 11 + 3 * component];
            sampling.add((factors >> 4) + "x" + (factors & 0x0F));
        }
        return sampling;
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
