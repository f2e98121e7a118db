package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.huimages.testkit.GoldenPictures;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.MatrixProfile;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.PngChunks;
import org.huimages.testkit.Reference;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A picture with a profile is seen in the colours that the profile stands for, by our own arithmetic.
class GoldenColourTest {
    private static final Dimensions SIZE = new Dimensions(401, 301);

    /// Every mixture of two channels, and much of the third: nothing is scaled, so that each pixel can be
    /// compared.
    private static final Pixels COLOURS = GoldenPictures.gradient(SIZE);

    /// As far from the curve of sRGB as monitors ever were, the other way from linear.
    private static final MatrixProfile STEEP = new MatrixProfile(
            "Steep", 2.6, MatrixProfile.LINEAR.red(), MatrixProfile.LINEAR.green(), MatrixProfile.LINEAR.blue());

    private static final Size FULL = new Size.Fit(SIZE.width(), SIZE.height());

    @TempDir
    static Path work;

    private static GoldenEngine engine;

    @BeforeAll
    static void open() {
        engine = new GoldenEngine(work);
    }

    static Stream<MatrixProfile> profiles() {
        return Stream.of(MatrixProfile.ADOBE, MatrixProfile.LINEAR, STEEP);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aJpegIsSeenByItsProfile(MatrixProfile profile) throws IOException {
        byte[] plain = PictureMaker.jpeg(COLOURS.image());
        byte[] file = JpegSegments.insert(plain, JpegSegments.profile(profile.file()));
        Pixels expected = Reference.decode(plain).map(profile::toSrgb);
        assertColours(expected, engine.render(named(profile, "jpeg"), file, FULL));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aPngIsSeenByItsProfile(MatrixProfile profile) throws IOException {
        byte[] file = PngChunks.insert(PictureMaker.png(COLOURS.image()), "iCCP", PngChunks.profile(profile.file()));
        assertColours(COLOURS.map(profile::toSrgb), engine.render(named(profile, "png"), file, FULL));
    }

    private static String named(MatrixProfile profile, String format) {
        return "colours-" + profile.name().toLowerCase(Locale.ROOT).replace(' ', '-') + "-" + format;
    }

    /// Half of the pixels shine through; what a profile says of colours does not hold for alpha.
    @Test
    void aProfileDoesNotTouchAlpha() throws IOException {
        Pixels half = COLOURS.map(argb -> (argb & 1) == 0 ? (argb & 0x00FFFFFF) | 0xC8000000 : argb);
        byte[] file =
                PngChunks.insert(PictureMaker.png(half.image()), "iCCP", PngChunks.profile(MatrixProfile.ADOBE.file()));
        Pixels actual = engine.render("colours-alpha", file, FULL);
        assertColours(half.map(MatrixProfile.ADOBE::toSrgb), actual);
        for (int at = 0; at < half.argb().length; at++) {
            assertEquals(half.argb()[at] >>> 24, actual.argb()[at] >>> 24);
        }
    }

    @Test
    void aGrayJpegIsSeenByItsProfile() throws IOException {
        BufferedImage gray = new BufferedImage(512, 64, BufferedImage.TYPE_BYTE_GRAY);
        for (int at = 0; at < 512 * 64; at++) {
            gray.getRaster().setSample(at % 512, at / 512, 0, at % 512 / 2);
        }
        byte[] plain = PictureMaker.jpeg(gray);
        byte[] file = JpegSegments.insert(plain, JpegSegments.profile(STEEP.grayFile()));
        assertColours(
                Reference.decode(plain).map(STEEP::toSrgb), engine.render("colours-gray", file, new Size.Fit(512, 64)));
    }

    /// A profile that is sRGB is not worked with: the pixels are those of the picture without.
    @Test
    void theProfileThatAllShowChangesNothing() throws IOException {
        byte[] plain = PictureMaker.jpeg(COLOURS.image());
        byte[] srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        byte[] file = JpegSegments.insert(plain, JpegSegments.profile(srgb));
        Size small = new Size.Exact(75, 75);
        assertEquals(0, difference(engine.render("plain", plain, small), engine.render("srgb", file, small)).most);
    }

    /// The picture would look otherwise without its profile, so that the tests above can fail.
    @Test
    void profilesMatter() {
        assertTrue(difference(COLOURS, COLOURS.map(MatrixProfile.ADOBE::toSrgb)).most > 100);
        assertTrue(difference(COLOURS, COLOURS.map(MatrixProfile.LINEAR::toSrgb)).mean > 20);
    }

    /// To one level of 255 in every pixel, and nearly none in the mean.
    private static void assertColours(Pixels expected, Pixels actual) {
        Difference difference = difference(expected, actual);
        assertTrue(difference.most <= 1 && difference.mean < 0.1, difference::toString);
    }

    private static Difference difference(Pixels one, Pixels other) {
        assertEquals(one.dimensions(), other.dimensions());
        int most = 0;
        long sum = 0;
        for (int at = 0; at < one.argb().length; at++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int between = Math.abs((one.argb()[at] >> shift & 0xff) - (other.argb()[at] >> shift & 0xff));
                most = Math.max(most, between);
                sum += between;
            }
        }
        return new Difference(sum / (3.0 * one.argb().length), most);
    }

    private record Difference(double mean, int most) {}
}
