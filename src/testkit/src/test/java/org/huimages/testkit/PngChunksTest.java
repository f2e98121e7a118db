package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class PngChunksTest {
    private static final byte[] PNG = PictureMaker.png(PictureMaker.photo(20, 10, 1));

    /// With a wrong sum the JDK would refuse it: this is a chunk that it reads.
    @Test
    void anInsertedChunkDoesNotHarmThePicture() {
        byte[] gamma = {0, 0, (byte) 0xB1, (byte) 0x8F};
        byte[] inserted = PngChunks.insert(PNG, "gAMA", gamma);
        assertEquals(PNG.length + 16, inserted.length);
        assertEquals("gAMA", new String(inserted, 37, 4, StandardCharsets.US_ASCII));
        assertArrayEquals(
                Reference.decode(PNG).argb(), Reference.decode(inserted).argb());
    }

    @Test
    void aProfileIsNamedAndPacked() throws IOException {
        byte[] profile = MatrixProfile.ADOBE.file();
        byte[] content = PngChunks.profile(profile);
        assertEquals("profile\0\0", new String(content, 0, 9, StandardCharsets.US_ASCII));
        try (InflaterInputStream unpacked =
                new InflaterInputStream(new ByteArrayInputStream(content, 9, content.length - 9))) {
            assertArrayEquals(profile, unpacked.readAllBytes());
        }
    }
}
