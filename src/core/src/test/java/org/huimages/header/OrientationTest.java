package org.huimages.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.huimages.url.Dimensions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
    @ParameterizedTest
    @EnumSource
    void isFoundByItsExifValue(Orientation orientation) {
        assertSame(orientation, Orientation.ofExif(orientation.exif()));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, -1, 65_535, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void anyOtherValueIsUpright(int value) {
        assertSame(Orientation.UPRIGHT, Orientation.ofExif(value));
    }

    /// Where the top left pixel of a stored picture, 3 wide and 2 high, is seen: EXIF 2.32, table of Orientation.
    @ParameterizedTest(name = "{0}: top left is seen at column {1}, row {2}")
    @CsvSource({"1,0,0", "2,2,0", "3,2,1", "4,0,1", "5,0,0", "6,1,0", "7,1,2", "8,0,2"})
    void turningAndMirroringMakeItUpright(int exif, int column, int row) {
        Orientation orientation = Orientation.ofExif(exif);
        Spot spot = new Spot(0, 0, 3, 2);
        for (int turn = 0; turn < orientation.quarterTurns(); turn++) {
            spot = spot.turnedClockwise();
        }
        spot = orientation.mirrored() ? spot.mirrored() : spot;
        assertEquals(new Spot(column, row, spot.width, spot.height), spot);
        assertEquals(new Dimensions(spot.width, spot.height), orientation.apply(new Dimensions(3, 2)));
    }

    @ParameterizedTest
    @EnumSource
    void appliedTwiceDimensionsAreAsBefore(Orientation orientation) {
        Dimensions dimensions = new Dimensions(3, 2);
        assertEquals(dimensions, orientation.apply(orientation.apply(dimensions)));
    }

    /// A pixel of a picture.
    private record Spot(int column, int row, int width, int height) {
        private Spot turnedClockwise() {
            return new Spot(height - 1 - row, column, /* width= */ height, /* height= */ width);
        }

        private Spot mirrored() {
            return new Spot(width - 1 - column, row, width, height);
        }
    }
}
