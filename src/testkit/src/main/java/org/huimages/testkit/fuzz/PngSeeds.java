package org.huimages.testkit.fuzz;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Random;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.hostile.Bytes;
import org.huimages.testkit.hostile.Deflated;
import org.huimages.testkit.hostile.PngChunks;

/// PNG: each kind of pixels, and of what stands before them.
final class PngSeeds {
    private PngSeeds() {}

    static Stream<Seed> all() {
        byte[] plain = PictureMaker.png(Seeds.plain());
        return Stream.of(
                new Seed("png-alpha", PictureMaker.png(Seeds.soft())),
                new Seed("png-interlaced", PictureMaker.interlacedPng(Seeds.soft())),
                new Seed("png-palette", PictureMaker.png(palette(-1))),
                new Seed("png-palette-transparent", PictureMaker.png(palette(1))),
                new Seed("png-palette-interlaced", PictureMaker.interlacedPng(palette(1))),
                new Seed("png-bits", PictureMaker.png(noise(BufferedImage.TYPE_BYTE_BINARY, 1))),
                new Seed("png-deep", PictureMaker.png(noise(BufferedImage.TYPE_USHORT_GRAY, 0xFFFF))),
                new Seed("png-profile", PngChunks.insert(plain, PngChunks.profile(Deflated.of(JpegSeeds.PROFILE)))),
                new Seed("png-texts", PngChunks.insert(plain, texts())));
    }

    /// @param transparent the index of a colour that is, or -1
    static BufferedImage palette(int transparent) {
        byte[] levels = {0, 40, 80, 120, (byte) 160, (byte) 200, (byte) 230, (byte) 255};
        IndexColorModel colours = new IndexColorModel(4, levels.length, levels, levels, levels, transparent);
        return noise(new BufferedImage(40, 30, BufferedImage.TYPE_BYTE_INDEXED, colours), levels.length - 1);
    }

    private static BufferedImage noise(int type, int highest) {
        return noise(new BufferedImage(40, 30, type), highest);
    }

    private static BufferedImage noise(BufferedImage image, int highest) {
        Random random = new Random(1);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.getRaster().setSample(x, y, 0, random.nextInt(highest + 1));
            }
        }
        return image;
    }

    private static byte[] texts() {
        byte[] words = Deflated.of(new byte[300]);
        return new Bytes()
                .raw(PngChunks.chunk("tEXt", new Bytes().text("key\0value").get()))
                .raw(PngChunks.chunk(
                        "zTXt", new Bytes().text("key\0\0").raw(words).get()))
                .raw(PngChunks.chunk(
                        "iTXt", new Bytes().text("key\0\1\0\0\0").raw(words).get()))
                .raw(PngChunks.chunk("eXIf", JpegSeeds.exif()))
                .get();
    }
}
