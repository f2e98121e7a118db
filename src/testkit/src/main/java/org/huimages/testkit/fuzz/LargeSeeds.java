package org.huimages.testkit.fuzz;

import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;

/// Sound files of many kilobytes: what is broken off has pixels before and behind.
public final class LargeSeeds {
    private LargeSeeds() {}

    public static Stream<Seed> all() {
        BufferedImage photo = PictureMaker.photo(400, 300, 1);
        BufferedImage large = PictureMaker.photo(1600, 1200, 1);
        return Stream.of(
                new Seed("jpeg-photo", PictureMaker.jpeg(photo)),
                new Seed("jpeg-large-photo", PictureMaker.jpeg(large)),
                new Seed("jpeg-large-progressive-photo", PictureMaker.progressiveJpeg(large)),
                new Seed("png-photo", PictureMaker.png(photo)),
                new Seed("png-interlaced-photo", PictureMaker.interlacedPng(photo)),
                new Seed("gif-photo", PictureMaker.gif(photo)));
    }
}
