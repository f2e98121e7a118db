package org.huimages.bench.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huimages.bench.picture.Picture;
import org.huimages.header.Orientation;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CellTest {
    @TempDir
    Path folder;

    private Picture picture(byte[] jpeg) throws IOException {
        return Picture.of(Files.write(folder.resolve("picture.jpg"), jpeg));
    }

    @Test
    void aFittingSizeIsScaledAndKeptWhole() throws IOException {
        Picture picture = picture(PictureMaker.jpeg(PictureMaker.photo(300, 200, 1)));
        Cell cell = Cell.of(picture, new Size.Fit(240, 160)).orElseThrow();
        assertEquals(
                folder + "/picture.jpg\t/target.jpeg\t240x160\t240\t160\t0\t0\t240\t160\t7",
                cell.task(Path.of("/target.jpeg"), 7));
    }

    @Test
    void anExactSizeIsCutFromTheMiddle() throws IOException {
        Picture picture = picture(PictureMaker.jpeg(PictureMaker.photo(300, 200, 1)));
        Cell cell = Cell.of(picture, new Size.Exact(100, 100)).orElseThrow();
        assertEquals(
                folder + "/picture.jpg\t/target.jpeg\t100x100!\t150\t100\t25\t0\t100\t100\t1",
                cell.task(Path.of("/target.jpeg"), 1));
    }

    @Test
    void aPictureThatHasToBeTurnedIsNoCell() throws IOException {
        byte[] turned = PictureMaker.jpeg(PictureMaker.photo(300, 200, 1), Orientation.ofExif(6));
        assertEquals(Optional.empty(), Cell.of(picture(turned), new Size.Fit(240, 160)));
    }
}
