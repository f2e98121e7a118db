package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;

/// What the JDK's reader finds in the files before it makes colours of it.
class InkPictureTest {
    @Test
    void inksAreStoredUpsideDown() throws IOException {
        Raster stored = raster(InkPicture.patches().cmyk());
        assertEquals(4, stored.getNumBands());
        assertPixel(stored, 40, 40, 255, 255, 255, 255);
        assertPixel(stored, 120, 40, 0, 255, 255, 255);
        assertPixel(stored, 40, 120, 255, 255, 255, 0);
        assertPixel(stored, 280, 120, 0, 0, 255, 255);
    }

    /// Paper is black, cyan is red, and so on; the black ink is upside down.
    @Test
    void lumaAndChromaAreThoseOfTheInks() throws IOException {
        Raster stored = raster(InkPicture.patches().ycck());
        assertPixel(stored, 40, 40, 0, 128, 128, 255);
        assertPixel(stored, 120, 40, 76, 85, 255, 255);
        assertPixel(stored, 40, 120, 0, 128, 128, 0);
    }

    @Test
    void blackIsWhatTheOthersHaveInCommon() throws IOException {
        Pixels gray = new Pixels(8, 8, new int[64]).map(transparent -> 0xFF808080);
        assertPixel(raster(InkPicture.of(gray).cmyk()), 4, 4, 255, 255, 255, 128);
        Pixels orange = gray.map(argb -> 0xFFFF8000);
        assertPixel(raster(InkPicture.of(orange).cmyk()), 4, 4, 255, 128, 0, 255);
    }

    private static Raster raster(byte[] file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in);
            return reader.readRaster(0, null);
        } finally {
            reader.dispose();
        }
    }

    private static void assertPixel(Raster raster, int x, int y, int... expected) {
        int[] actual = raster.getPixel(x, y, (int[]) null);
        for (int band = 0; band < 4; band++) {
            actual[band] = Math.abs(actual[band] - expected[band]) <= 2 ? expected[band] : actual[band];
        }
        assertArrayEquals(expected, actual);
    }
}
