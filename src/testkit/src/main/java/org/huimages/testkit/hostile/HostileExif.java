package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.taken;

import java.util.Arrays;
import java.util.stream.Stream;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;

/// EXIF: directories that lead back to themselves, values longer than the file (TIFF 6.0, section 2). Nobody needs
/// it to show a picture, so none of this may keep a picture from being shown.
final class HostileExif {
    private static final int APP1 = 0xE1;
    private static final int COPYRIGHT = 0x8298;
    private static final int EXIF_DIRECTORY = 0x8769;
    private static final int GPS_DIRECTORY = 0x8825;
    private static final int INTEROPERABILITY = 0xA005;
    private static final int MAKER_NOTE = 0x927C;
    private static final int THUMBNAIL = 0x0201;
    private static final int THUMBNAIL_LENGTH = 0x0202;
    private static final int ASCII = 2;
    private static final int LONG = 4;
    private static final int UNDEFINED = 7;

    private HostileExif() {}

    static Stream<HostileFile> all() {
        return Stream.of(
                taken("exif-that-follows-itself", () -> jpeg(directory(8, entry(COPYRIGHT, ASCII, 4, 0x41424300)))),
                taken(
                        "exif-that-holds-itself",
                        () -> jpeg(directory(
                                0,
                                entry(EXIF_DIRECTORY, LONG, 1, 8),
                                entry(GPS_DIRECTORY, LONG, 1, 8),
                                entry(INTEROPERABILITY, LONG, 1, 8)))),
                taken(
                        "exif-with-values-of-4-GB",
                        () -> jpeg(directory(
                                0,
                                entry(COPYRIGHT, ASCII, 0xFFFF_FFFFL, 8),
                                entry(MAKER_NOTE, UNDEFINED, 0xFFFF_FFF0L, 8)))),
                taken(
                        "exif-with-values-that-wrap-around",
                        () -> jpeg(directory(
                                0,
                                entry(COPYRIGHT, LONG, 0x4000_0001L, 8),
                                entry(GPS_DIRECTORY, LONG, 1, 0xFFFF_FFF8L)))),
                taken(
                        "exif-with-a-thumbnail-of-4-GB",
                        () -> jpeg(directory(
                                0, entry(THUMBNAIL, LONG, 1, 8), entry(THUMBNAIL_LENGTH, LONG, 1, 0xFFFF_FFFFL)))),
                taken(
                        "exif-of-65535-entries",
                        () -> jpeg(new Bytes()
                                .text("MM")
                                .two(42)
                                .four(8)
                                .two(0xFFFF)
                                .zeros(60_000)
                                .get())),
                taken("exif-of-5000-copyrights", () -> jpeg(copyrights(5_000))),
                taken("exif-of-garbage", () -> jpeg(new Bytes().text("garbage").get())),
                taken("exif-of-nothing", () -> jpeg(new byte[0])));
    }

    private static byte[] small() {
        return PictureMaker.jpeg(PictureMaker.photo(64, 48, 1));
    }

    private static byte[] jpeg(byte[] tiff) {
        return JpegSegments.insert(small(), segment(tiff));
    }

    static byte[] segment(byte[] tiff) {
        return JpegSegments.segment(APP1, new Bytes().text("Exif\0\0").raw(tiff).get());
    }

    static byte[] copyrights(int count) {
        byte[][] entries = new byte[count][];
        Arrays.fill(entries, entry(COPYRIGHT, ASCII, 60_000, 8));
        return directory(0, entries);
    }

    private static byte[] directory(long next, byte[]... entries) {
        Bytes bytes = new Bytes().text("MM").two(42).four(8).two(entries.length);
        for (byte[] entry : entries) {
            bytes.raw(entry);
        }
        return bytes.four(next).zeros(100).get();
    }

    private static byte[] entry(int tag, int type, long count, long value) {
        return new Bytes().two(tag).two(type).four(count).four(value).get();
    }
}
