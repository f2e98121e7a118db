package org.huimages.vips;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.huimages.testkit.JpegSegments;

/// EXIF as a camera writes it: maker, copyright, and a second directory with the place.
final class ExifSample {
    private static final int APP1 = 0xE1;
    private static final int PREFIX = 6;
    private static final int ASCII = 2;
    private static final int LONG = 4;

    private ExifSample() {}

    static byte[] withCopyrightAndPosition(String copyright) {
        byte[] maker = text("SecretCamera");
        byte[] notice = text(copyright);
        byte[] place = text("SecretPlace");
        int texts = 8 + 2 + 3 * 12 + 4;
        int position = texts + maker.length + notice.length;
        ByteBuffer exif = ByteBuffer.allocate(PREFIX + position + 2 + 12 + 4 + place.length);
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 3);
        entry(exif, 0x010F, ASCII, maker.length, texts);
        entry(exif, 0x8298, ASCII, notice.length, texts + maker.length);
        entry(exif, 0x8825, LONG, 1, position);
        exif.putInt(0).put(maker).put(notice);
        exif.putShort((short) 1);
        entry(exif, 0x001D, ASCII, place.length, position + 2 + 12 + 4);
        exif.putInt(0).put(place);
        return JpegSegments.segment(APP1, exif.array());
    }

    private static byte[] text(String text) {
        return (text + "\0").getBytes(StandardCharsets.US_ASCII);
    }

    private static void entry(ByteBuffer exif, int tag, int type, int count, int value) {
        exif.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }
}
