package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.either;
import static org.huimages.testkit.hostile.HostileFile.refused;
import static org.huimages.testkit.hostile.HostileFile.taken;
import static org.huimages.testkit.hostile.JpegScansMaker.BASELINE;
import static org.huimages.testkit.hostile.JpegScansMaker.PROGRESSIVE;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;

/// JPEG: sizes that nobody can hold, scans without end, segments without end.
final class HostileJpegs {
    private static final int COMMENT = 0xFE;
    private static final int APP2 = 0xE2;

    private HostileJpegs() {}

    static Stream<HostileFile> all() {
        return Stream.of(sizes(), scans(), segments(), frames()).flatMap(part -> part);
    }

    static byte[] small() {
        return PictureMaker.jpeg(PictureMaker.photo(64, 48, 1));
    }

    private static Stream<HostileFile> sizes() {
        return Stream.of(
                refused("jpeg-of-65500x65500", () -> JpegSegments.claimSize(small(), 65_500, 65_500)),
                refused("jpeg-of-65535x65535", () -> JpegSegments.claimSize(small(), 65_535, 65_535)),
                refused("jpeg-of-no-width", () -> JpegSegments.claimSize(small(), 0, 48)),
                refused("jpeg-of-no-height", () -> JpegSegments.claimSize(small(), 64, 0)),
                refused("jpeg-of-no-height-with-DNL-behind-its-pixels", HostileJpegs::heightBehindPixels),
                either("jpeg-of-10000x10000-hardly-any-pixels", () -> JpegSegments.claimSize(small(), 10_000, 10_000)),
                either("jpeg-of-65500x1500-hardly-any-pixels", () -> JpegSegments.claimSize(small(), 65_500, 1500)),
                either("jpeg-of-1500x65500-hardly-any-pixels", () -> JpegSegments.claimSize(small(), 1500, 65_500)),
                either("jpeg-of-1x65500-hardly-any-pixels", () -> JpegSegments.claimSize(small(), 1, 65_500)));
    }

    private static byte[] heightBehindPixels() {
        byte[] picture = JpegSegments.claimSize(small(), 64, 0);
        return new Bytes()
                .raw(Arrays.copyOf(picture, picture.length - 2))
                .raw(HexFormat.of().parseHex("FFDC00040030"))
                .raw(JpegScansMaker.end())
                .get();
    }

    private static Stream<HostileFile> scans() {
        return Stream.of(
                either("jpeg-progressive-of-90-scans", () -> progressive(200, 89, 3)),
                refused("jpeg-progressive-of-101-scans", () -> progressive(200, 100, 3)),
                refused("jpeg-progressive-of-5000-scans", () -> progressive(10_000, 5_000, 3)),
                refused("jpeg-progressive-of-101-scans-after-fill-bytes", HostileJpegs::hiddenScans),
                either("jpeg-baseline-of-90-scans", () -> baseline(200, 90)),
                refused("jpeg-baseline-of-101-scans", () -> baseline(200, 101)),
                refused("jpeg-baseline-of-10000x10000-and-5000-scans", () -> baseline(10_000, 5_000)));
    }

    /// Who takes the second FF for the marker, skips as many bytes as the marker says, and with them the scans.
    private static byte[] hiddenScans() {
        byte[] plain = progressive(200, 100, 3);
        int firstScan = JpegScansMaker.start(PROGRESSIVE, 200, 200, 3).length;
        return new Bytes()
                .raw(Arrays.copyOf(plain, firstScan))
                .one(0xFF)
                .raw(Arrays.copyOfRange(plain, firstScan, plain.length))
                .get();
    }

    /// @param scans behind the first
    static byte[] progressive(int edge, int scans, int components) {
        Bytes bytes = new Bytes()
                .raw(JpegScansMaker.start(PROGRESSIVE, edge, edge, components))
                .raw(JpegScansMaker.coarse(components));
        for (int scan = 0; scan < scans; scan++) {
            bytes.raw(JpegScansMaker.fine(1 + scan % components));
        }
        return bytes.raw(JpegScansMaker.end()).get();
    }

    /// One component a scan: then a baseline decoder holds the whole picture too, and goes through it each time.
    private static byte[] baseline(int edge, int scans) {
        Bytes bytes = new Bytes().raw(JpegScansMaker.start(BASELINE, edge, edge, 3));
        for (int scan = 0; scan < scans; scan++) {
            bytes.raw(JpegScansMaker.whole(1 + scan % 3));
        }
        return bytes.raw(JpegScansMaker.end()).get();
    }

    private static Stream<HostileFile> segments() {
        byte[] empty = JpegSegments.segment(APP2, new byte[0]);
        return Stream.of(
                taken("jpeg-of-9000-segments", () -> JpegSegments.insert(small(), many(9_000, empty))),
                refused("jpeg-of-50000-segments", () -> JpegSegments.insert(small(), many(50_000, empty))),
                taken(
                        "jpeg-of-9000-comments",
                        () -> JpegSegments.insert(small(), many(9_000, JpegSegments.segment(COMMENT, new byte[1])))),
                taken("jpeg-baseline-of-a-million-segments-behind-its-pixels", () -> behindPixels(BASELINE, empty)),
                refused(
                        "jpeg-progressive-of-a-million-segments-between-scans",
                        () -> behindPixels(PROGRESSIVE, empty)));
    }

    static byte[] many(int times, byte[] segment) {
        return new Bytes().repeat(times, segment).get();
    }

    private static byte[] behindPixels(int frame, byte[] segment) {
        byte[] scan = frame == BASELINE ? JpegScansMaker.whole(1) : JpegScansMaker.coarse(1);
        return new Bytes()
                .raw(JpegScansMaker.start(frame, 200, 200, 1))
                .raw(scan)
                .repeat(1_000_000, segment)
                .raw(scan)
                .raw(JpegScansMaker.end())
                .get();
    }

    private static Stream<HostileFile> frames() {
        return Stream.of(
                refused(
                        "jpeg-of-nothing-but-its-start",
                        () -> new Bytes().two(0xFFD8).one(0xFF).get()),
                refused(
                        "jpeg-without-a-frame",
                        () -> new Bytes()
                                .two(0xFFD8)
                                .raw(JpegScansMaker.whole(1))
                                .raw(JpegScansMaker.end())
                                .get()),
                either("jpeg-with-two-frames", () -> JpegSegments.insert(small(), JpegSegments.frame(0xC0, 8, 8, 3))),
                either(
                        "jpeg-with-255-components",
                        () -> JpegSegments.insert(small(), JpegScansMaker.frame(BASELINE, 64, 48, 255))),
                either(
                        "jpeg-lossless",
                        () -> new Bytes()
                                .raw(JpegScansMaker.start(0xC3, 64, 48, 1))
                                .raw(JpegScansMaker.whole(1))
                                .raw(JpegScansMaker.end())
                                .get()),
                taken(
                        "jpeg-with-fill-bytes-of-a-megabyte",
                        () -> JpegSegments.insert(small(), many(1_000_000, new byte[] {(byte) 0xFF}))));
    }
}
