package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExifReaderTest {
    @TempDir
    Path folder;

    private Exif read(byte[] file) throws IOException {
        return ExifReader.read(Files.write(folder.resolve("file"), file));
    }

    @Test
    void aFileWithoutExifTellsNothing() throws IOException {
        assertEquals(Exif.NOTHING, read(PictureMaker.jpeg(PictureMaker.photo(60, 40, 1))));
        assertEquals(Exif.NOTHING, read(PictureMaker.png(PictureMaker.photo(60, 40, 1))));
        assertEquals(Exif.NOTHING, read(new byte[] {1, 2, 3}));
        assertEquals(Exif.NOTHING, read(new byte[0]));
    }
}
