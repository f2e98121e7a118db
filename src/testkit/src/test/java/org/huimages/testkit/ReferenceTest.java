package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.huimages.header.Orientation;
import org.huimages.testkit.Scaler.Filter;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReferenceTest {
    private static final Pixels PHOTO = Pixels.of(PictureMaker.photo(61, 43, 1));

    @ParameterizedTest
    @EnumSource
    void whatACameraStoredIsTurnedBack(Orientation orientation) {
        Pixels stored = Pixels.of(PictureMaker.asStored(PHOTO.image(), orientation));
        Pixels upright = Reference.upright(stored, orientation);
        assertEquals(PHOTO.dimensions(), upright.dimensions());
        assertArrayEquals(PHOTO.argb(), upright.argb());
    }

    @ParameterizedTest(name = "{0}x{1} in {2}: {3}x{4}")
    @CsvSource({
        "61, 43, 30x30,   30, 21",
        "61, 43, 900x900, 61, 43",
        "61, 43, 75x75!,  75, 75",
        "61, 43, 20x43!,  20, 43",
        "43, 61, 10x9!,   10, 9",
        "300, 2, 20x20,   20, 1",
    })
    void renditionsHaveTheDimensionsOfTheGeometry(int width, int height, String text, int toWidth, int toHeight) {
        Pixels picture = Pixels.of(PictureMaker.photo(width, height, 1));
        Size size = Size.parse(text).orElseThrow();
        assertEquals(
                new Dimensions(toWidth, toHeight),
                Reference.rendition(picture, size).dimensions());
    }

    /// A quarter is left out at either side of what is twice as wide as high.
    @Test
    void anExactSizeIsCutFromTheMiddle() {
        Pixels wide = Pixels.of(PictureMaker.photo(200, 100, 1));
        Pixels middle = wide.cut(50, 0, new Dimensions(100, 100));
        assertArrayEquals(
                middle.argb(),
                Reference.rendition(wide, new Size.Exact(100, 100)).argb());
    }

    @Test
    void aTurnedPictureIsScaledAsAnUprightOne() {
        Size size = new Size.Exact(20, 30);
        Pixels stored = Pixels.of(PictureMaker.asStored(PHOTO.image(), Orientation.TURN_RIGHT));
        assertArrayEquals(
                Reference.rendition(PHOTO, size).argb(),
                Reference.rendition(stored, Orientation.TURN_RIGHT, size).argb());
        assertArrayEquals(
                Scaler.scale(PHOTO, new Dimensions(43, 30), Filter.LANCZOS3)
                        .cut(11, 0, new Dimensions(20, 30))
                        .argb(),
                Reference.rendition(PHOTO, size).argb());
    }

    @Test
    void filesAreDecoded() {
        assertArrayEquals(
                PHOTO.argb(), Reference.decode(PictureMaker.png(PHOTO.image())).argb());
        assertArrayEquals(
                PHOTO.argb(),
                Reference.decode(PictureMaker.interlacedPng(PHOTO.image())).argb());
        Pixels photo = Pixels.of(PictureMaker.photo(640, 480, 1));
        Likeness likeness = Likeness.of(photo, Reference.decode(PictureMaker.jpeg(photo.image())));
        assertTrue(likeness.reaches(new Likeness(35, 0.8)), likeness::toString);
    }

    @Test
    void whatIsNoPictureIsRefused() {
        byte[] text = "no picture".getBytes(StandardCharsets.US_ASCII);
        assertThrows(IllegalArgumentException.class, () -> Reference.decode(text));
    }
}
