package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.color.ICC_ProfileGray;
import java.awt.color.ICC_ProfileRGB;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixProfileTest {
    /// Black and white stay; what only the larger space has is cut off: its primaries become those of sRGB.
    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0x00000000, 0x00000000",
        "0xFFFFFFFF, 0xFFFFFFFF",
        "0xFFFF0000, 0xFFFF0000",
        "0xFF00FF00, 0xFF00FF00",
        "0x80FF00FF, 0x80FF00FE",
    })
    void theCornersOfAdobesSpaceAreThoseOfSrgb(String adobe, String srgb) {
        int expected = Integer.parseUnsignedInt(srgb.substring(2), 16);
        int actual = MatrixProfile.ADOBE.toSrgb(Integer.parseUnsignedInt(adobe.substring(2), 16));
        for (int shift = 0; shift < 32; shift += 8) {
            assertEquals(expected >> shift & 0xff, actual >> shift & 0xff, 1);
        }
    }

    @Test
    void halfTheLightIsThreeQuartersOfTheBrightness() {
        assertEquals(0xFFBCBCBC, MatrixProfile.LINEAR.toSrgb(0xFF808080));
    }

    /// The JDK's colour management reads the file, and comes to the same colours as the arithmetic.
    @Test
    void theFileSaysTheSameAsTheArithmetic() {
        for (MatrixProfile profile : new MatrixProfile[] {MatrixProfile.ADOBE, MatrixProfile.LINEAR}) {
            ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile.file()));
            for (int rgb : new int[] {0x000000, 0xFFFFFF, 0x808080, 0x336699, 0xC08040, 0x20A060, 0x90304F}) {
                assertSame(profile.toSrgb(rgb), space.toRGB(fractions(rgb)));
            }
        }
    }

    private static void assertSame(int expected, float... actual) {
        for (int channel = 0; channel < 3; channel++) {
            assertEquals(expected >> (16 - 8 * channel) & 0xff, actual[channel] * 255, 1.5);
        }
    }

    private static float[] fractions(int rgb) {
        return new float[] {(rgb >> 16) / 255f, (rgb >> 8 & 0xff) / 255f, (rgb & 0xff) / 255f};
    }

    @Test
    void theCurveOfGrayIsThatOfTheColours() {
        ICC_ProfileGray gray = (ICC_ProfileGray) ICC_Profile.getInstance(MatrixProfile.ADOBE.grayFile());
        ICC_ProfileRGB colours = (ICC_ProfileRGB) ICC_Profile.getInstance(MatrixProfile.ADOBE.file());
        assertEquals(2.2, gray.getGamma(), 0.001);
        assertEquals(gray.getGamma(), colours.getGamma(ICC_ProfileRGB.REDCOMPONENT));
    }

    /// CIE 1976 L*a*b*: L* = 50 is 18.42 % of the light.
    @Test
    void labIsTurnedIntoLight() {
        assertEquals(0.18419, Xyz.ofLab(50, 0, 0).y(), 0.00001);
        assertEquals(0xFFFFFF, Xyz.ofLab(100, 0, 0).srgb());
        assertEquals(0x777777, Xyz.ofLab(50, 0, 0).srgb());
        assertEquals(0, Xyz.ofLab(0, 0, 0).srgb());
    }

    @Test
    void theProfileOfInksIsOne() {
        ICC_ColorSpace inks = new ICC_ColorSpace(ICC_Profile.getInstance(InkProfile.file()));
        assertEquals(ColorSpace.TYPE_CMYK, inks.getType());
        assertEquals(ICC_Profile.CLASS_OUTPUT, inks.getProfile().getProfileClass());
        assertTrue(InkProfile.patches()[0] == 0xFFFFFF);
    }
}
