package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import org.huimages.url.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PixelsTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR
            })
    void samplesAreTakenHoweverTheyLie(int type) {
        BufferedImage image = new BufferedImage(2, 1, type);
        image.setRGB(0, 0, 0xFF123456);
        image.setRGB(1, 0, 0xFFABCDEF);
        assertArrayEquals(new int[] {0xFF123456, 0xFFABCDEF}, Pixels.of(image).argb());
    }

    /// Asked for its RGB, the JDK would make 188 of 128, for it takes gray for linear.
    @Test
    void grayIsNotMadeLighter() {
        BufferedImage gray = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        gray.getRaster().setSample(0, 0, 0, 128);
        assertEquals(0xFF808080, Pixels.of(gray).argb()[0]);
        assertEquals(0xFFBCBCBC, gray.getRGB(0, 0));
    }

    @Test
    void sixteenBitsAreRoundedToEight() {
        BufferedImage deep = new BufferedImage(3, 1, BufferedImage.TYPE_USHORT_GRAY);
        deep.getRaster().setPixels(0, 0, 3, 1, new int[] {0xFFFF, 128, 129});
        assertArrayEquals(
                new int[] {0xFFFFFFFF, 0xFF000000, 0xFF010101}, Pixels.of(deep).argb());
    }

    @Test
    void aPaletteIsLookedUp() {
        BufferedImage indexed = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_INDEXED);
        indexed.setRGB(0, 0, 0xFFFF0000);
        assertEquals(0xFFFF0000, Pixels.of(indexed).argb()[0]);
    }

    @Test
    void anImageHasAlphaWhereItIsNeeded() {
        assertEquals(
                BufferedImage.TYPE_INT_RGB,
                new Pixels(1, 1, new int[] {0xFF000000}).image().getType());
        Pixels soft = new Pixels(2, 1, new int[] {0x80112233, 0x00445566});
        assertEquals(BufferedImage.TYPE_INT_ARGB, soft.image().getType());
        assertArrayEquals(soft.argb(), Pixels.of(soft.image()).argb());
    }

    @Test
    void whiteShinesThrough() {
        Pixels soft = new Pixels(4, 1, new int[] {0xFF123456, 0x00123456, 0x80000000, 0x01FF0000});
        assertArrayEquals(
                new int[] {0xFF123456, 0xFFFFFFFF, 0xFF7F7F7F, 0xFFFFFEFE},
                soft.onWhite().argb());
    }

    @Test
    void aPartIsCutOut() {
        Pixels nine = new Pixels(3, 3, new int[] {0, 1, 2, 3, 4, 5, 6, 7, 8});
        assertArrayEquals(
                new int[] {4, 5, 7, 8}, nine.cut(1, 1, new Dimensions(2, 2)).argb());
        assertEquals(new Dimensions(1, 3), nine.cut(2, 0, new Dimensions(1, 3)).dimensions());
    }
}
