package org.huimages.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LikenessTest {
    @TempDir
    Path folder;

    private Path file(String name, BufferedImage image) throws IOException {
        return Files.write(folder.resolve(name), PictureMaker.jpeg(image));
    }

    @Test
    void equalFilesAreTheSame() throws IOException {
        BufferedImage photo = PictureMaker.photo(60, 40, 1);
        assertEquals(Double.POSITIVE_INFINITY, Likeness.of(file("one.jpg", photo), file("other.jpg", photo)));
    }

    @Test
    void aDifferenceOfOneInEveryChannelIs48Decibels() {
        BufferedImage dark = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        BufferedImage lighter = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 16; pixel++) {
            lighter.setRGB(pixel % 4, pixel / 4, 0x010101);
        }
        assertEquals(48.13, Likeness.psnr(dark, lighter), 0.01);
    }

    @Test
    void likenessIsToldInWords() {
        double same = Double.POSITIVE_INFINITY;
        assertEquals("pictures the same in 2 of 2", Likeness.tell(List.of(same, same)));
        assertEquals("pictures the same in 1 of 2", Likeness.tell(List.of(41.2, same)));
        assertEquals("pictures alike by 38 to 41 dB", Likeness.tell(List.of(41.2, 37.9, 40.0)));
    }

    @Test
    void otherDimensionsAreNotTheSameWork() throws IOException {
        Path file = file("picture.jpg", PictureMaker.photo(60, 40, 1));
        Likeness.requireDimensions(file, new Dimensions(60, 40));
        assertThrows(IllegalStateException.class, () -> Likeness.requireDimensions(file, new Dimensions(60, 41)));
    }
}
