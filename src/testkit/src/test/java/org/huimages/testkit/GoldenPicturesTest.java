package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

class GoldenPicturesTest {
    private static final Dimensions SIZE = new Dimensions(320, 240);

    @Test
    void aSeedAlwaysGivesTheSamePictureAndAnotherOneAnother() {
        int[] texture = GoldenPictures.texture(SIZE, 1).argb();
        int[] soft = GoldenPictures.softEdges(SIZE, 1).argb();
        assertArrayEquals(texture, GoldenPictures.texture(SIZE, 1).argb());
        assertFalse(Arrays.equals(texture, GoldenPictures.texture(SIZE, 2).argb()));
        assertArrayEquals(soft, GoldenPictures.softEdges(SIZE, 1).argb());
        assertFalse(Arrays.equals(soft, GoldenPictures.softEdges(SIZE, 2).argb()));
    }

    /// A picture of one octave would be of one colour when it is small.
    @Test
    void aTextureHasStructureOfEverySize() {
        Pixels texture = GoldenPictures.texture(new Dimensions(1024, 1024), 1);
        double fine = deviation(texture);
        double coarse = deviation(Reference.rendition(texture, new Size.Fit(16, 16)));
        assertTrue(fine > 20 && coarse > 10 && coarse < fine, () -> fine + " and " + coarse);
    }

    private static double deviation(Pixels picture) {
        double mean = green(picture).average().orElseThrow();
        return Math.sqrt(green(picture)
                .mapToDouble(level -> Math.pow(level - mean, 2))
                .average()
                .orElseThrow());
    }

    private static IntStream green(Pixels picture) {
        return Arrays.stream(picture.argb()).map(argb -> argb >> 8 & 0xff);
    }

    @Test
    void aGradientHasNoStep() {
        Pixels gradient = GoldenPictures.gradient(SIZE);
        for (int at = 1; at < SIZE.width(); at++) {
            for (int shift = 0; shift < 24; shift += 8) {
                int step = (gradient.argb()[at] >> shift & 0xff) - (gradient.argb()[at - 1] >> shift & 0xff);
                assertTrue(Math.abs(step) <= 2);
            }
        }
    }

    @Test
    void aTextIsInkOnPaper() {
        int[] page = GoldenPictures.text(SIZE, Color.WHITE, Color.BLACK, 1).argb();
        long paper = Arrays.stream(page).filter(argb -> argb == 0xFFFFFFFF).count();
        long ink = Arrays.stream(page).filter(argb -> argb == 0xFF000000).count();
        assertTrue(paper > page.length / 2 && ink > page.length / 50, () -> paper + " and " + ink);
    }

    @Test
    void softEdgesHaveEveryDegreeOfAlpha() {
        int[] argb = GoldenPictures.softEdges(SIZE, 1).argb();
        assertTrue(Arrays.stream(argb).map(pixel -> pixel >>> 24).distinct().count() > 200);
        assertTrue(Arrays.stream(argb).filter(pixel -> pixel >>> 24 == 255).count() > 1000);
    }

    /// Black in what is not to be seen would hardly be noticed at the edges of dark things.
    @Test
    void whatIsNotToBeSeenIsGreen() {
        int[] hidden = Arrays.stream(GoldenPictures.softEdges(SIZE, 1).argb())
                .filter(pixel -> pixel >>> 24 == 0)
                .toArray();
        assertTrue(hidden.length > 1000);
        assertEquals(0x0000FF00, Arrays.stream(hidden).distinct().sum());
    }
}
