package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import org.huimages.testkit.Scaler.Filter;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTest {
    private static final Dimensions SIZE = new Dimensions(600, 400);
    private static final Pixels TEXTURE = GoldenPictures.texture(SIZE, 1);

    @Test
    void aPictureIsWhollyLikeItself() {
        assertEquals(new Likeness(Double.POSITIVE_INFINITY, 1), Likeness.of(TEXTURE, TEXTURE));
    }

    /// 20 log10(255 / 5), and where only one channel of three differs 10 log10(3) more.
    @ParameterizedTest(name = "{0} more: {1} dB")
    @CsvSource({"0x050505, 34.1514", "0x050000, 38.9226", "0x000500, 38.9226", "0x000005, 38.9226", "0x010101, 48.1308"
    })
    void theRatioIsThatOfTheFormula(int more, double psnr) {
        Pixels dark = TEXTURE.map(argb -> argb & 0xFF7F7F7F);
        assertEquals(psnr, Likeness.of(dark, dark.map(argb -> argb + more)).psnr(), 0.0001);
    }

    /// In plain pictures all but the means is 0: (2 * 100 * 120 + C1) / (100^2 + 120^2 + C1), C1 = 2.55^2.
    @Test
    void theSimilarityOfPlainPicturesIsThatOfTheirLight() {
        double ssim = Likeness.of(plain(100), plain(120)).ssim();
        assertEquals((24_000 + 6.5025) / (24_400 + 6.5025), ssim, 1e-9);
    }

    /// Light and dark changed about: the structure is the opposite.
    @Test
    void theSimilarityOfANegativeIsNone() {
        assertTrue(Likeness.of(TEXTURE, TEXTURE.map(argb -> argb ^ 0xFFFFFF)).ssim() < 0);
    }

    @Test
    void whatIsTransparentIsSeenOnWhite() {
        Pixels white = plain(255);
        Pixels nothing = white.map(argb -> 0x00FF8800);
        assertEquals(Double.POSITIVE_INFINITY, Likeness.of(white, nothing).psnr());
        assertTrue(Likeness.of(plain(0), nothing).psnr() < 1);
    }

    @Test
    void sizesMayNotDiffer() {
        Pixels smaller = TEXTURE.cut(0, 0, new Dimensions(599, 400));
        assertThrows(IllegalArgumentException.class, () -> Likeness.of(TEXTURE, smaller));
    }

    @Test
    void noEdgeMayBeShorterThanTheWindow() {
        Pixels low = TEXTURE.cut(0, 0, new Dimensions(100, 10));
        assertThrows(IllegalArgumentException.class, () -> Likeness.of(low, low));
        assertEquals(1, Ssim.of(TEXTURE.cut(0, 0, new Dimensions(11, 11)), TEXTURE.cut(0, 0, new Dimensions(11, 11))));
    }

    @Test
    void bothNumbersHaveToBeReached() {
        Likeness least = new Likeness(40, 0.99);
        assertTrue(new Likeness(40, 0.99).reaches(least));
        assertFalse(new Likeness(39.99, 1).reaches(least));
        assertFalse(new Likeness(50, 0.98).reaches(least));
        assertFalse(new Likeness(Double.NaN, Double.NaN).reaches(least));
    }

    /// The gate can fail: with filters of less quality,
    @ParameterizedTest
    @ValueSource(strings = {"75x75!", "240x160", "333x1000", "500x400"})
    void theGateIsShutForBilinearScaling(String text) {
        Size size = Size.parse(text).orElseThrow();
        Pixels expected = Reference.rendition(TEXTURE, size);
        assertFails(expected, Reference.rendition(TEXTURE, size, Filter.TRIANGLE));
        assertFails(expected, asGraphicsDo(TEXTURE, expected.dimensions()));
    }

    /// The bilinear scaling of most programs, which looks at four pixels however many there are.
    private static Pixels asGraphicsDo(Pixels picture, Dimensions size) {
        BufferedImage scaled = new BufferedImage(size.width(), size.height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(picture.image(), 0, 0, size.width(), size.height(), null);
        graphics.dispose();
        return Pixels.of(scaled);
    }

    /// with a picture that is one pixel off, to any side,
    @ParameterizedTest
    @CsvSource({"0,1", "2,1", "1,0", "1,2"})
    void theGateIsShutForAPictureThatIsOnePixelOff(int left, int top) {
        Dimensions part = new Dimensions(SIZE.width() - 2, SIZE.height() - 2);
        Pixels photo = Pixels.of(PictureMaker.photo(SIZE.width(), SIZE.height(), 1));
        assertFails(photo.cut(1, 1, part), photo.cut(left, top, part));
    }

    /// and with one that is slightly too light.
    @Test
    void theGateIsShutForAnotherLight() {
        Pixels dark = TEXTURE.map(argb -> argb & 0xFF7F7F7F);
        assertFails(dark, dark.map(argb -> argb + 0x030303));
    }

    @Test
    void theGateIsOpenForWhatNobodySees() {
        Pixels dark = TEXTURE.map(argb -> argb & 0xFF7F7F7F);
        Likeness likeness = Likeness.of(dark, dark.map(argb -> argb + 0x010101));
        assertTrue(likeness.reaches(Likeness.GATE), likeness::toString);
    }

    private static void assertFails(Pixels expected, Pixels actual) {
        Likeness likeness = Likeness.of(expected, actual);
        assertFalse(likeness.reaches(Likeness.GATE), likeness::toString);
    }

    private static Pixels plain(int level) {
        return TEXTURE.map(argb -> 0xFF000000 | level * 0x010101);
    }
}
