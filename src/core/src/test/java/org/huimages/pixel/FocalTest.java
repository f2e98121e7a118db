package org.huimages.pixel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.huimages.header.Orientation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FocalTest {

    /// Where the corner at the top left of the upright picture is stored, by the names of EXIF 2.32 for row 0 and
    /// column 0.
    @ParameterizedTest
    @CsvSource({"1,0,0", "2,1,0", "3,1,1", "4,0,1", "5,0,0", "6,0,1", "7,1,1", "8,1,0"})
    void aCornerIsFoundInTheStoredPicture(int exif, double x, double y) {
        assertEquals(new Focal(x, y), new Focal(0, 0).asStored(Orientation.ofExif(exif)));
    }

    @Test
    void aPointOutsideOfThePictureIsNone() {
        for (double outside : new double[] {-0.01, 1.01, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Focal(outside, 0.5));
            assertThrows(IllegalArgumentException.class, () -> new Focal(0.5, outside));
        }
    }
}
