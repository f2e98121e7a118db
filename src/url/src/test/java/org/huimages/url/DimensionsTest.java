package org.huimages.url;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Domain(Any.class)
class DimensionsTest {
    @ParameterizedTest(name = "{0}x{1} in {2}x{3} is {4}x{5}")
    @CsvSource({
        "1000,  750,  320, 240, 320, 240",
        "1000,  1000, 320, 240, 240, 240",
        "10000, 1,    240, 160, 240, 1",
        "1,     9999, 240, 160, 1,   160",
        "240,   160,  240, 160, 240, 160",
        "239,   1,    240, 160, 239, 1",
        "241,   160,  240, 160, 240, 159",
        "3,     1,    2,   2,   2,   1",
        "4,     3,    2,   2,   2,   2",
        "800,   1,    400, 400, 400, 1",
        "2147483647, 2147483647, 2147483646, 2147483646, 2147483646, 2147483646",
    })
    void fitsByTheFormula(int width, int height, int boxWidth, int boxHeight, int fitWidth, int fitHeight) {
        var picture = new Dimensions(width, height);
        assertEquals(new Dimensions(fitWidth, fitHeight), picture.fit(boxWidth, boxHeight));
    }

    @Property
    void fitNeverEnlargesAndStaysInTheBox(@ForAll Dimensions picture, @ForAll Dimensions box) {
        Dimensions fitted = picture.fit(box.width(), box.height());
        assertTrue(fitted.width() <= Math.min(picture.width(), box.width()));
        assertTrue(fitted.height() <= Math.min(picture.height(), box.height()));
    }

    @Property
    void fitTouchesTheBoxWhereItShrinks(@ForAll Dimensions picture, @ForAll Dimensions box) {
        Dimensions fitted = picture.fit(box.width(), box.height());
        assertTrue(fitted.equals(picture) || fitted.width() == box.width() || fitted.height() == box.height());
    }

    @Property
    void fitKeepsTheAspectToHalfAPixel(@ForAll Dimensions picture, @ForAll Dimensions box) {
        Dimensions fitted = picture.fit(box.width(), box.height());
        boolean byWidth =
                fitted.height() == Math.max(1, roundedHalfUp(picture.height(), fitted.width(), picture.width()));
        boolean byHeight =
                fitted.width() == Math.max(1, roundedHalfUp(picture.width(), fitted.height(), picture.height()));
        assertTrue(byWidth || byHeight);
    }

    @Property
    void fittingTwiceIsFittingOnce(@ForAll Dimensions picture, @ForAll Dimensions box) {
        Dimensions fitted = picture.fit(box.width(), box.height());
        assertEquals(fitted, fitted.fit(box.width(), box.height()));
    }

    @ParameterizedTest(name = "{0}x{1} covers {2}x{3} with {4}x{5}")
    @CsvSource({
        "1000,  750,  75,   75,   100,       75",
        "750,   1000, 75,   75,   75,        100",
        "10,    10,   75,   75,   75,        75",
        "3,     2,    75,   75,   113,       75",
        "65535, 1,    4096, 4096, 268431360, 4096",
    })
    void coversByTheFormula(int width, int height, int boxWidth, int boxHeight, int coverWidth, int coverHeight) {
        var picture = new Dimensions(width, height);
        assertEquals(new Dimensions(coverWidth, coverHeight), picture.cover(boxWidth, boxHeight));
    }

    @Property
    void coverCoversTouchesAndKeepsTheAspect(@ForAll Dimensions picture, @ForAll Dimensions any) {
        Dimensions box = any.fit(4096, 4096);
        Dimensions covering = picture.cover(box.width(), box.height());
        assertTrue(covering.width() >= box.width() && covering.height() >= box.height());
        boolean byWidth = covering.width() == box.width()
                && covering.height() == roundedHalfUp(picture.height(), box.width(), picture.width());
        boolean byHeight = covering.height() == box.height()
                && covering.width() == roundedHalfUp(picture.width(), box.height(), picture.height());
        assertTrue(byWidth || byHeight);
    }

    @Test
    void coverSaysWhenItOverflows() {
        var line = new Dimensions(65_535, 1);
        assertThrows(ArithmeticException.class, () -> line.cover(65_535, 65_535));
    }

    @Test
    void scalesToEachKindOfSize() {
        var picture = new Dimensions(1000, 750);
        assertEquals(picture, picture.scaledTo(new Size.Original()));
        assertEquals(new Dimensions(213, 160), picture.scaledTo(new Size.Fit(240, 160)));
        assertEquals(picture, picture.scaledTo(new Size.Fit(4096, 4096)));
        assertEquals(new Dimensions(4096, 75), picture.scaledTo(new Size.Exact(4096, 75)));
    }

    @Test
    void turnsAndCounts() {
        var picture = new Dimensions(65_535, 65_534);
        assertEquals(new Dimensions(65_534, 65_535), picture.turned());
        assertEquals(4_294_770_690L, picture.pixels());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "-1, 1", "1, -2147483648"})
    void neitherPicturesNorBoxesAreEmpty(int width, int height) {
        var picture = new Dimensions(10, 10);
        assertThrows(IllegalArgumentException.class, () -> new Dimensions(width, height));
        assertThrows(IllegalArgumentException.class, () -> picture.fit(width, height));
        assertThrows(IllegalArgumentException.class, () -> picture.cover(width, height));
    }

    /// `edge * to / from` by other means than the code under test.
    private static int roundedHalfUp(int edge, int to, int from) {
        return BigDecimal.valueOf(edge)
                .multiply(BigDecimal.valueOf(to))
                .divide(BigDecimal.valueOf(from), 0, RoundingMode.HALF_UP)
                .intValueExact();
    }
}
