package org.huimages.testkit.fuzz;

import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.testkit.GoldenPictures;
import org.huimages.testkit.InkPicture;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.hostile.Av1Sample;
import org.huimages.testkit.hostile.HostileFiles;
import org.huimages.testkit.hostile.LosslessWebp;
import org.huimages.testkit.hostile.RiffChunks;
import org.huimages.url.Dimensions;

/// Small sound files of every format that can be made without an encoder of libvips.
public final class Seeds {
    private static final Dimensions SIZE = new Dimensions(60, 40);

    private Seeds() {}

    public static List<Seed> all() {
        return Stream.of(JpegSeeds.all(), PngSeeds.all(), others(), puzzles())
                .flatMap(part -> part)
                .toList();
    }

    private static Stream<Seed> others() {
        BufferedImage soft = soft();
        return Stream.of(
                new Seed("gif", PictureMaker.gif(plain())),
                new Seed("gif-transparent", PictureMaker.gif(PngSeeds.palette(1))),
                new Seed("webp-lossless", RiffChunks.webp(LosslessWebp.chunk(plain()))),
                new Seed(
                        "webp-lossless-alpha",
                        RiffChunks.webp(
                                RiffChunks.extended(
                                        RiffChunks.HAS_ALPHA | RiffChunks.HAS_EXIF | RiffChunks.HAS_PROFILE,
                                        soft.getWidth(),
                                        soft.getHeight()),
                                RiffChunks.chunk("ICCP", JpegSeeds.PROFILE),
                                LosslessWebp.chunk(soft),
                                RiffChunks.chunk("EXIF", JpegSeeds.exif()))),
                new Seed("avif-16x16", Av1Sample.avif()));
    }

    /// From what looks worse than it is.
    private static Stream<Seed> puzzles() {
        return HostileFiles.named(
                        "jpeg-progressive-of-90-scans",
                        "gif-of-3-frames",
                        "gif-with-a-frame-beside-its-screen",
                        "webp-of-3-frames",
                        "avif-profile-that-is-sound",
                        "avif-grid-of-2x2",
                        "avif-with-alpha",
                        "avif-turned-once")
                .map(file -> new Seed(file.name(), file.bytes()));
    }

    static BufferedImage plain() {
        return GoldenPictures.gradient(SIZE).image();
    }

    static BufferedImage soft() {
        return GoldenPictures.softEdges(SIZE, 1).image();
    }

    static InkPicture inks() {
        return InkPicture.of(GoldenPictures.gradient(SIZE));
    }
}
