package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PictureMakerTest {
    private static final String LETTERS = "RGBW";
    private static final int[] COLOURS = {0xffff0000, 0xff00ff00, 0xff0000ff, 0xffffffff};

    /// Rows are separated by `|`. The middle of an odd size belongs to the top and to the left.
    @ParameterizedTest(name = "{0} by {1}: {2}")
    @CsvSource({
        "1, 1, R",
        "2, 2, RG|BW",
        "3, 1, RRG",
        "1, 3, R|R|B",
        "3, 3, RRG|RRG|BBW",
        "5, 3, RRRGG|RRRGG|BBBWW",
        "4, 5, RRGG|RRGG|RRGG|BBWW|BBWW",
    })
    void quartersAreRedGreenBlueAndWhite(int width, int height, String expected) {
        assertEquals(expected, letters(PictureMaker.quarters(width, height)));
    }

    /// As EXIF 2.32 names the places of row 0 and column 0.
    @ParameterizedTest(name = "{0} is stored as {1}")
    @CsvSource({
        "UPRIGHT,              RRG|BBW",
        "MIRRORED,             GRR|WBB",
        "UPSIDE_DOWN,          WBB|GRR",
        "UPSIDE_DOWN_MIRRORED, BBW|RRG",
        "TRANSPOSED,           RB|RB|GW",
        "TURN_RIGHT,           GW|RB|RB",
        "TRANSVERSED,          WG|BR|BR",
        "TURN_LEFT,            BR|BR|WG",
    })
    void aCameraStoresThemTurned(Orientation orientation, String expected) {
        assertEquals(expected, letters(PictureMaker.asStored(PictureMaker.quarters(3, 2), orientation)));
    }

    @ParameterizedTest
    @EnumSource
    void whatACameraStoresIsSeenUprightAgain(Orientation orientation) {
        BufferedImage upright = PictureMaker.photo(7, 4, 1);
        BufferedImage stored = PictureMaker.asStored(upright, orientation);
        assertArrayEquals(pixels(upright), pixels(turned(stored, orientation)));
    }

    @Test
    void aSeedAlwaysGivesTheSamePhotographAndAnotherOneAnother() {
        int[] photo = pixels(PictureMaker.photo(100, 80, 7));
        assertArrayEquals(photo, pixels(PictureMaker.photo(100, 80, 7)));
        assertFalse(Arrays.equals(photo, pixels(PictureMaker.photo(100, 80, 8))));
    }

    @Test
    void aPhotographHasTheNoiseOfOne() {
        BufferedImage photo = PictureMaker.photo(640, 480, 1);
        assertTrue(Arrays.stream(pixels(photo)).distinct().count() > 10_000);
        assertTrue(PictureMaker.jpeg(photo).length > 30_000);
    }

    @Test
    @Timeout(10)
    void twelveMegapixelsTakeNoTime() {
        assertEquals(4000, PictureMaker.photo(4000, 3000, 1).getWidth());
    }

    @Test
    void filesHoldThePicture() throws IOException {
        BufferedImage photo = PictureMaker.photo(64, 48, 1);
        for (byte[] file :
                new byte[][] {PictureMaker.jpeg(photo), PictureMaker.progressiveJpeg(photo), PictureMaker.png(photo)}) {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(file));
            assertEquals(new Dimensions(64, 48), new Dimensions(read.getWidth(), read.getHeight()));
        }
        assertArrayEquals(pixels(photo), pixels(ImageIO.read(new ByteArrayInputStream(PictureMaker.png(photo)))));
    }

    /// Made upright by what [Orientation] says: turned clockwise, then mirrored.
    private static BufferedImage turned(BufferedImage stored, Orientation orientation) {
        BufferedImage image = stored;
        for (int turn = 0; turn < orientation.quarterTurns(); turn++) {
            image = turnedClockwise(image);
        }
        return orientation.mirrored() ? mirrored(image) : image;
    }

    private static BufferedImage turnedClockwise(BufferedImage image) {
        BufferedImage turned = blank(/* width= */ image.getHeight(), /* height= */ image.getWidth());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                turned.setRGB(image.getHeight() - 1 - y, x, image.getRGB(x, y));
            }
        }
        return turned;
    }

    private static BufferedImage mirrored(BufferedImage image) {
        BufferedImage mirrored = blank(image.getWidth(), image.getHeight());
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                mirrored.setRGB(image.getWidth() - 1 - x, y, image.getRGB(x, y));
            }
        }
        return mirrored;
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static int[] pixels(BufferedImage image) {
        int[] pixels = new int[image.getWidth() * image.getHeight()];
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 0, image.getWidth());
    }

    private static String letters(BufferedImage image) {
        String[] rows = new String[image.getHeight()];
        Arrays.setAll(rows, y -> row(image, y));
        return String.join("|", rows);
    }

    private static String row(BufferedImage image, int y) {
        return IntStream.range(0, image.getWidth())
                .map(x -> letter(image.getRGB(x, y)))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static char letter(int argb) {
        int index = 0;
        while (COLOURS[index] != argb) {
            index++;
        }
        return LETTERS.charAt(index);
    }
}
