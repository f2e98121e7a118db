package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.huimages.testkit.Scaler.Filter;
import org.huimages.testkit.Scaler.Weights;
import org.huimages.url.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ScalerTest {
    @ParameterizedTest
    @EnumSource
    void ofTheSameSizeNothingChanges(Filter filter) {
        Pixels photo = Pixels.of(PictureMaker.photo(37, 23, 1));
        assertArrayEquals(
                photo.argb(), Scaler.scale(photo, photo.dimensions(), filter).argb());
    }

    @ParameterizedTest
    @EnumSource
    void oneColourStaysThatColour(Filter filter) {
        Pixels plain = gray(33, 21, at -> 201);
        for (Dimensions size : new Dimensions[] {
            new Dimensions(1, 1), new Dimensions(7, 20), new Dimensions(100, 90), new Dimensions(33, 5)
        }) {
            Pixels scaled = Scaler.scale(plain, size, filter);
            assertEquals(size, scaled.dimensions());
            assertTrue(Arrays.stream(scaled.argb()).allMatch(argb -> argb == 0xFFC9C9C9));
        }
    }

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"4,2", "100,7", "7,100", "1,5", "5,1", "1733,75"})
    void thePartsAddUpToOne(int from, int to) {
        for (Filter filter : Filter.values()) {
            for (double[] factors : Weights.of(from, to, filter).factors) {
                assertEquals(1, Arrays.stream(factors).sum(), 1e-12);
            }
        }
    }

    /// The first of two pixels made of four has its middle between the first and the second of these: the
    /// distances are 1/4, 1/4 and 3/4 of what the triangle reaches, which is twice as wide as without
    /// shrinking. Its parts are 3/7, 3/7 and 1/7.
    @Test
    void aFilterIsAsWideAsTheShrinkingAsksFor() {
        Weights weights = Weights.of(4, 2, Filter.TRIANGLE);
        assertArrayEquals(new int[] {0, 1}, weights.starts);
        assertArrayEquals(new double[] {3 / 7.0, 3 / 7.0, 1 / 7.0}, weights.factors[0], 1e-12);
        assertArrayEquals(new double[] {1 / 7.0, 3 / 7.0, 3 / 7.0}, weights.factors[1], 1e-12);
    }

    /// sinc(x) sinc(x/3) at 1/4, 3/4, 5/4 and so on, twice as wide: the numbers are those of the formula,
    /// worked out apart from this code.
    @Test
    void lanczosIsTheProductOfTwoSincs() {
        double[] halves = {0.890067, 0.270190, -0.132871, -0.067791, 0.030021, 0.007356};
        double sum = 2 * Arrays.stream(halves).sum();
        double[] middle = Weights.of(24, 12, Filter.LANCZOS3).factors[6];
        assertEquals(12, middle.length);
        for (int at = 0; at < 6; at++) {
            assertEquals(halves[at] / sum, middle[6 + at], 1e-5);
            assertEquals(halves[at] / sum, middle[5 - at], 1e-5);
        }
    }

    @Test
    void aHalfIsRoundedUp() {
        Pixels two = gray(2, 1, at -> at);
        assertEquals(
                0xFF010101,
                Scaler.scale(two, new Dimensions(1, 1), Filter.TRIANGLE).argb()[0]);
    }

    @Test
    void stripesTooFineForTheTargetBecomeGray() {
        Pixels stripes = gray(600, 60, at -> at % 2 * 255);
        Pixels scaled = Scaler.scale(stripes, new Dimensions(200, 20), Filter.LANCZOS3);
        for (int at = 2010; at < 2190; at++) {
            assertEquals(127.5, scaled.argb()[at] & 0xff, 3);
        }
    }

    /// Eight target pixels a wave: less than a tenth is lost.
    @Test
    void wavesThatTheTargetCanShowStay() {
        Pixels waves = gray(600, 60, at -> (int) Math.round(127.5 + 100 * Math.sin(at % 600 * 2 * Math.PI / 24)));
        Pixels scaled = Scaler.scale(waves, new Dimensions(200, 20), Filter.LANCZOS3);
        int[] row = Arrays.copyOfRange(scaled.argb(), 2010, 2190);
        assertTrue(Arrays.stream(row).map(argb -> argb & 0xff).max().orElseThrow() > 216);
        assertTrue(Arrays.stream(row).map(argb -> argb & 0xff).min().orElseThrow() < 39);
    }

    @Test
    void aMirroredPictureIsScaledToAMirroredOne() {
        Pixels photo = Pixels.of(PictureMaker.photo(101, 67, 2));
        Dimensions size = new Dimensions(31, 29);
        assertArrayEquals(
                mirrored(Scaler.scale(photo, size, Filter.LANCZOS3)).argb(),
                Scaler.scale(mirrored(photo), size, Filter.LANCZOS3).argb());
    }

    private static Pixels mirrored(Pixels picture) {
        int[] argb = new int[picture.argb().length];
        Arrays.setAll(
                argb, at -> picture.argb()[at - at % picture.width() + picture.width() - 1 - at % picture.width()]);
        return new Pixels(picture.width(), picture.height(), argb);
    }

    @Test
    void whatIsTransparentHasNoColour() {
        int[] argb = IntStream.range(0, 400)
                .map(at -> at % 20 < 10 ? 0xFFFF0000 : 0x0000FF00)
                .toArray();
        Pixels scaled = Scaler.scale(new Pixels(20, 20, argb), new Dimensions(7, 7), Filter.LANCZOS3);
        boolean soft = false;
        for (int pixel : scaled.argb()) {
            assertTrue(pixel == 0 || (pixel & 0xFFFFFF) == 0xFF0000, () -> Integer.toHexString(pixel));
            soft |= pixel >>> 24 > 20 && pixel >>> 24 < 235;
        }
        assertTrue(soft, "the edge is nowhere soft");
    }

    private static Pixels gray(int width, int height, IntUnaryOperator level) {
        int[] argb = new int[width * height];
        Arrays.setAll(argb, at -> 0xFF000000 | level.applyAsInt(at) * 0x010101);
        return new Pixels(width, height, argb);
    }
}
