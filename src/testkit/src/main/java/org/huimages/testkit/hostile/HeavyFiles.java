package org.huimages.testkit.hostile;

import static org.huimages.testkit.hostile.HostileFile.either;
import static org.huimages.testkit.hostile.HostileFile.refused;
import static org.huimages.testkit.hostile.HostileFile.taken;

import java.util.stream.Stream;
import org.huimages.testkit.JpegSegments;

/// As large as an upload may be, or as many pixels as a picture may have: each takes seconds.
final class HeavyFiles {
    private static final int APP2 = 0xE2;
    private static final int EDGE = 10_000;

    private HeavyFiles() {}

    static Stream<HostileFile> all() {
        return Stream.of(jpegs(), pngs(), others()).flatMap(part -> part);
    }

    private static Stream<HostileFile> jpegs() {
        byte[] full = JpegSegments.segment(APP2, new byte[65_533]);
        return Stream.of(
                taken("jpeg-progressive-of-10000x10000-and-10-scans", () -> HostileJpegs.progressive(EDGE, 9, 3)),
                either("jpeg-progressive-of-10000x10000-and-98-scans", () -> HostileJpegs.progressive(EDGE, 97, 3)),
                either("jpeg-progressive-of-10000x10000-in-four-colours", () -> HostileJpegs.progressive(EDGE, 97, 4)),
                taken("jpeg-of-60-MB-of-segments", () -> inJpeg(960, full)),
                taken("jpeg-exif-900-times", () -> inJpeg(900, HostileExif.segment(HostileExif.copyrights(5_000)))),
                taken(
                        "jpeg-profile-900-times-part-1",
                        () -> inJpeg(900, HostileProfiles.part(1, 1, new byte[60_000]))));
    }

    private static byte[] inJpeg(int times, byte[] segment) {
        return JpegSegments.insert(HostileJpegs.small(), HostileJpegs.many(times, segment));
    }

    private static Stream<HostileFile> pngs() {
        return Stream.of(
                taken("png-of-10000x10000", () -> HostilePngs.black(EDGE, 8, 0, 0, 96)),
                taken("png-of-10000x10000-interlaced", () -> HostilePngs.black(EDGE, 8, 0, 1, 96)),
                taken("png-of-10000x10000-deep-and-transparent", () -> HostilePngs.black(EDGE, 16, 6, 0, 763)),
                taken(
                        "png-of-10000x10000-deep-transparent-and-interlaced",
                        () -> HostilePngs.black(EDGE, 16, 6, 1, 763)),
                taken(
                        "png-of-65000x300-gray-deep-and-transparent",
                        () -> HostilePngs.black(PngChunks.start(65_000, 300, 16, 4, 0), 75)),
                taken(
                        "png-of-65000x300-deep-and-transparent",
                        () -> HostilePngs.black(PngChunks.start(65_000, 300, 16, 6, 0), 150)),
                refused("png-8x8-with-60-GB-of-pixels", () -> HostilePngs.black(8, 8, 0, 0, 61_000)),
                taken("png-of-10000x10000-with-60-GB-of-pixels", () -> HostilePngs.black(EDGE, 8, 0, 0, 61_000)));
    }

    private static Stream<HostileFile> others() {
        return Stream.of(
                refused(
                        "gif-of-4-million-frames",
                        () -> HostileGifs.gif(1, HostileGifs.many(4_000_000, HostileGifs.frame(1, 1)))),
                taken("webp-of-16000x6000-in-40-bytes", () -> RiffChunks.webp(RiffChunks.black(16_000, 6_000))),
                refused(
                        "webp-of-7-million-chunks",
                        () -> RiffChunks.webp(
                                RiffChunks.extended(RiffChunks.HAS_EXIF, 8, 8),
                                new Bytes()
                                        .repeat(7_000_000, RiffChunks.chunk("abcd", new byte[0]))
                                        .get(),
                                RiffChunks.black(8, 8))),
                taken(
                        "webp-of-60-MB-of-profile",
                        () -> RiffChunks.webp(
                                RiffChunks.extended(RiffChunks.HAS_PROFILE, 8, 8),
                                RiffChunks.chunk("ICCP", new byte[60_000_000]),
                                RiffChunks.black(8, 8))));
    }
}
