package org.huimages.testkit.fuzz;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.stream.Stream;
import org.huimages.testkit.GoldenPictures;
import org.huimages.testkit.InkProfile;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.MatrixProfile;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.hostile.Bytes;
import org.huimages.testkit.hostile.TableProfiles;
import org.huimages.url.Dimensions;

/// JPEG: each kind of coding, of colours, and of what stands before the pixels.
final class JpegSeeds {
    static final byte[] PROFILE = MatrixProfile.ADOBE.file();

    private static final int APP1 = 0xE1;

    /// The decoder makes it smaller itself.
    private static final Dimensions LARGE = new Dimensions(303, 201);

    private JpegSeeds() {}

    static Stream<Seed> all() {
        byte[] plain = PictureMaker.jpeg(opaque(Seeds.plain()));
        return Stream.of(
                new Seed("jpeg", plain),
                new Seed(
                        "jpeg-large",
                        PictureMaker.jpeg(opaque(GoldenPictures.gradient(LARGE).image()))),
                new Seed("jpeg-progressive", PictureMaker.progressiveJpeg(opaque(Seeds.plain()))),
                new Seed("jpeg-gray", PictureMaker.jpeg(gray())),
                new Seed("jpeg-cmyk", Seeds.inks().cmyk()),
                new Seed(
                        "jpeg-ycck-profile",
                        JpegSegments.insert(Seeds.inks().ycck(), JpegSegments.profile(InkProfile.file()))),
                new Seed(
                        "jpeg-turned",
                        JpegSegments.insert(
                                plain,
                                JpegSegments.segment(
                                        APP1,
                                        new Bytes().text("Exif\0\0").raw(exif()).get()))),
                new Seed("jpeg-profile", JpegSegments.insert(plain, JpegSegments.profile(PROFILE))),
                new Seed(
                        "jpeg-profile-of-a-table",
                        JpegSegments.insert(plain, JpegSegments.profile(TableProfiles.plain("RGB ", 3, 3, 8)))),
                new Seed(
                        "jpeg-profile-of-a-table-in-parts",
                        JpegSegments.insert(plain, JpegSegments.profile(TableProfiles.inParts("RGB ", 3, 3, 8)))));
    }

    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(image, 0, 0, Color.WHITE, null);
        return opaque;
    }

    private static BufferedImage gray() {
        BufferedImage gray = new BufferedImage(70, 50, BufferedImage.TYPE_BYTE_GRAY);
        gray.createGraphics().drawImage(Seeds.soft(), 0, 0, 70, 50, Color.WHITE, null);
        return gray;
    }

    /// Turned by a quarter; a copyright.
    static byte[] exif() {
        return new Bytes()
                .text("MM")
                .two(42)
                .four(8)
                .two(2)
                .raw(new Bytes().two(0x0112).two(3).four(1).two(6).two(0).get())
                .raw(new Bytes().two(0x8298).two(2).four(6).four(38).get())
                .four(0)
                .text("myself")
                .two(0)
                .get();
    }
}
