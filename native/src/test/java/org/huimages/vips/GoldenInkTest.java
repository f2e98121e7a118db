package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Path;
import org.huimages.testkit.GoldenPictures;
import org.huimages.testkit.InkPicture;
import org.huimages.testkit.InkProfile;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.Likeness;
import org.huimages.testkit.Pixels;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// JPEG of four inks, for print.
class GoldenInkTest {
    /// What offset print on coated paper looks like: FOGRA39 in sRGB, as programs for layout show it. In the
    /// order of [InkPicture#patches].
    private static final int[] PRINTED = {0xFFFFFF, 0x009FE3, 0xE6007E, 0xFFED00, 0x1D1D1B, 0xE30613, 0x009640, 0x312783
    };

    /// From one profile of offset print to another. None but the right patch is as near as that.
    private static final int NEAR = 32;

    private static final Size HALF = new Size.Fit(160, 80);

    @TempDir
    static Path work;

    private static GoldenEngine engine;

    @BeforeAll
    static void open() {
        engine = new GoldenEngine(work);
    }

    @Test
    void withoutProfileInksLookAsTheyPrint() throws IOException {
        assertPatches(PRINTED, NEAR, "cmyk", InkPicture.patches().cmyk());
        assertPatches(PRINTED, NEAR, "ycck", InkPicture.patches().ycck());
    }

    @Test
    void aProfileOfInksIsGoneBy() throws IOException {
        byte[] profile = JpegSegments.profile(InkProfile.file());
        int[] strange = InkProfile.patches();
        assertPatches(
                strange,
                4,
                "cmyk-profile",
                JpegSegments.insert(InkPicture.patches().cmyk(), profile));
        assertPatches(
                strange,
                4,
                "ycck-profile",
                JpegSegments.insert(InkPicture.patches().ycck(), profile));
    }

    private static void assertPatches(int[] expected, int tolerance, String name, byte[] file) throws IOException {
        Pixels actual = engine.render(name, file, HALF);
        for (int patch = 0; patch < expected.length; patch++) {
            int x = patch % 4 * 40 + 20;
            int y = patch / 4 * 40 + 20;
            assertNear(expected[patch], actual.argb()[y * actual.width() + x], tolerance, name + " patch " + patch);
        }
        assertEquals(Color.WHITE.getRGB(), actual.argb()[0], "paper");
    }

    private static void assertNear(int expected, int actual, int tolerance, String where) {
        for (int shift = 0; shift < 24; shift += 8) {
            int difference = Math.abs((expected >> shift & 0xff) - (actual >> shift & 0xff));
            assertTrue(difference <= tolerance, () -> "%s: %06x, not %06x".formatted(where, actual, expected));
        }
    }

    /// With and without the decoder's help. They are two files with losses of their own; hence no more.
    @Test
    void bothWaysToStoreInksLookTheSame() throws IOException {
        InkPicture picture = InkPicture.of(GoldenPictures.texture(new Dimensions(1203, 801), 3));
        for (Size size : new Size[] {new Size.Fit(1203, 801), new Size.Fit(240, 160)}) {
            Pixels cmyk = engine.render("ink-cmyk", picture.cmyk(), size);
            Pixels ycck = engine.render("ink-ycck", picture.ycck(), size);
            Likeness likeness = Likeness.of(cmyk, ycck);
            assertTrue(likeness.reaches(Likeness.GATE), likeness::toString);
        }
    }
}
