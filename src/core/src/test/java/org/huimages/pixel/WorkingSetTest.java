package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

class WorkingSetTest {
    private static final long MEGABYTE = 1 << 20;
    private static final Dimensions PHOTO = new Dimensions(5184, 3456);
    private static final Size SMALL = new Size.Fit(240, 160);

    @Test
    void aBaselinePhotoTakesNoMoreThanABandOfIt() {
        assertTrue(memory(jpeg(Orientation.UPRIGHT), SMALL, ImageFormat.JPEG) < 16 * MEGABYTE);
    }

    @Test
    void aProgressiveOneTakesSixBytesAPixel() {
        long more = memory(jpeg(Orientation.UPRIGHT, Trait.PROGRESSIVE), SMALL, ImageFormat.JPEG)
                - memory(jpeg(Orientation.UPRIGHT), SMALL, ImageFormat.JPEG);
        assertEquals(6 * PHOTO.pixels(), more);
    }

    /// Its four channels are kept as they are in the file.
    @Test
    void aProgressiveOneOfFourInksTakesEight() {
        long more = memory(inks(Trait.PROGRESSIVE), SMALL, ImageFormat.JPEG) - memory(inks(), SMALL, ImageFormat.JPEG);
        assertEquals(8 * PHOTO.pixels(), more);
    }

    private static ImageHeader inks(Trait... traits) {
        return new ImageHeader(ImageFormat.JPEG, PHOTO, Orientation.UPRIGHT, Colour.CMYK, Set.of(traits), 1);
    }

    @Test
    void twoProgressivePhotosOf18MegapixelsFitInTheUsualBudgetAndThreeDoNot() {
        long one = memory(jpeg(Orientation.UPRIGHT, Trait.PROGRESSIVE), SMALL, ImageFormat.JPEG);
        assertTrue(2 * one <= RenderLimits.MEMORY && 3 * one > RenderLimits.MEMORY, () -> one + " bytes");
    }

    @Test
    void turningHoldsTheScaledPicture() {
        Size large = new Size.Fit(4000, 4000);
        long more = memory(jpeg(Orientation.TURN_LEFT), large, ImageFormat.JPEG)
                - memory(jpeg(Orientation.UPRIGHT), large, ImageFormat.JPEG);
        assertTrue(more >= 3 * 4000L * 2667, () -> more + " bytes");
    }

    @Test
    void someFormatsAreHeldAsAWholeAndDeepOnesTwice() {
        long plain = memory(header(ImageFormat.PNG), SMALL, ImageFormat.JPEG);
        long interlaced = memory(header(ImageFormat.PNG, Trait.PROGRESSIVE), SMALL, ImageFormat.JPEG);
        long plainDeep = memory(header(ImageFormat.PNG, Trait.DEEP), SMALL, ImageFormat.JPEG);
        long interlacedDeep = memory(header(ImageFormat.PNG, Trait.PROGRESSIVE, Trait.DEEP), SMALL, ImageFormat.JPEG);
        assertEquals(2 * (interlaced - plain), interlacedDeep - plainDeep);
        assertTrue(memory(header(ImageFormat.AVIF), SMALL, ImageFormat.JPEG) > plain + 4 * PHOTO.pixels());
        assertTrue(memory(header(ImageFormat.WEBP), SMALL, ImageFormat.JPEG) > plain + 4 * PHOTO.pixels());
    }

    /// As Linux counted what a process grew by, with libvips 8.18.7.
    @Test
    void theEstimateIsNotBelowWhatWasMeasured() {
        Dimensions wide = new Dimensions(65_000, 300);
        Size small = new Size.Exact(100, 100);
        assertTakes(156, png(wide), small);
        assertTakes(267, png(wide, Trait.DEEP), small);
        assertTakes(330, png(wide, Trait.ALPHA), small);
        assertTakes(728, png(wide, Trait.ALPHA, Trait.DEEP), small);
        assertTakes(840, png(wide, Trait.ALPHA, Trait.DEEP, Trait.PROGRESSIVE), small);
        assertTakes(104, png(new Dimensions(65_000, 40), Trait.ALPHA), SMALL);
        assertTakes(109, avif(new Dimensions(1, 65_535)), SMALL);
        assertTakes(220, avif(new Dimensions(4000, 4000)), SMALL);
        Dimensions photo = new Dimensions(6000, 4000);
        assertTakes(35, png(photo), new Size.Fit(1024, 768));
        assertTakes(54, png(photo, Trait.ALPHA), new Size.Fit(1600, 1600));
        assertTakes(111, png(photo, Trait.ALPHA, Trait.DEEP), new Size.Fit(1600, 1600));
    }

    private static ImageHeader png(Dimensions stored, Trait... traits) {
        return new ImageHeader(ImageFormat.PNG, stored, Orientation.UPRIGHT, Colour.PLAIN, Set.of(traits), 1);
    }

    /// Of which the probe believes whatever takes most.
    private static ImageHeader avif(Dimensions stored) {
        return new ImageHeader(
                ImageFormat.AVIF, stored, Orientation.UPRIGHT, Colour.PLAIN, EnumSet.allOf(Trait.class), 1);
    }

    private static void assertTakes(long megabytes, ImageHeader header, Size size) {
        long memory = memory(header, size, ImageFormat.JPEG);
        assertTrue(memory >= megabytes * MEGABYTE, () -> header + " " + memory + " bytes");
        assertTrue(memory <= 3 * megabytes * MEGABYTE, () -> header + " " + memory + " bytes");
    }

    @Test
    void theDecoderOfJpegMakesThePictureSmallerBeforeItsRowsAreHeld() {
        long small = memory(jpeg(Orientation.UPRIGHT), SMALL, ImageFormat.JPEG);
        long large = memory(jpeg(Orientation.UPRIGHT), new Size.Fit(1600, 1600), ImageFormat.JPEG);
        assertTrue(large > 30 * MEGABYTE && large > 2 * small, () -> small + " and " + large + " bytes");
    }

    private static long memory(ImageHeader header, Size size, ImageFormat format) {
        return RenditionPlan.of(header, size, format).memory();
    }

    private static ImageHeader jpeg(Orientation orientation, Trait... traits) {
        return new ImageHeader(ImageFormat.JPEG, PHOTO, orientation, Colour.PLAIN, Set.of(traits), 1);
    }

    private static ImageHeader header(ImageFormat format, Trait... traits) {
        return new ImageHeader(format, PHOTO, Orientation.UPRIGHT, Colour.PLAIN, Set.of(traits), 1);
    }
}
