package org.huimages.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BmpProbeTest {
    @TempDir
    Path folder;

    private Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("file"), bytes);
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
    }

    private static ByteBuffer begun(int length) {
        return ByteBuffer.allocate(200)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("BM".getBytes(StandardCharsets.US_ASCII))
                .putInt(200)
                .putInt(0)
                .putInt(14 + length)
                .putInt(length);
    }

    private Path file(int width, int height) {
        return file(begun(40).putInt(width).putInt(height).array());
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 52, 56, 64, 108, 124})
    void theSizeIsRead(int length) {
        Path file = file(begun(length).putInt(70_000 / 2).putInt(3).array());
        assertEquals(ImageFormat.BMP, HeaderProbe.sniff(file));
        assertEquals(new Dimensions(35_000, 3), BmpProbe.probe(file));
    }

    @Test
    void theOldestHeaderHasEdgesOfTwoBytes() {
        Path file = file(begun(12).putShort((short) 40_000).putShort((short) 2).array());
        assertEquals(ImageFormat.BMP, HeaderProbe.sniff(file));
        assertEquals(new Dimensions(40_000, 2), BmpProbe.probe(file));
    }

    @Test
    void rowsFromTheTopHaveAHeightBelowNothing() {
        assertEquals(new Dimensions(4, 3), BmpProbe.probe(file(4, -3)));
    }

    @Test
    void sizesThatCannotBeAreDamage() {
        for (int[] edges : new int[][] {
            {0, 1}, {1, 0}, {-1, 1}, {65_536, 1}, {1, Integer.MIN_VALUE}, {Integer.MAX_VALUE, Integer.MAX_VALUE}
        }) {
            FailureException refused =
                    assertThrows(FailureException.class, () -> BmpProbe.probe(file(edges[0], edges[1])));
            assertInstanceOf(Failure.Unprocessable.class, refused.failure());
        }
    }

    /// Two letters are soon found.
    @Test
    void whatOnlyBeginsLikeOneIsNone() {
        byte[] whole = begun(40).putInt(4).putInt(3).array();
        for (int length : new int[] {0, 2, 14, 17, 25}) {
            assertEquals(ImageFormat.OTHER, HeaderProbe.sniff(file(Arrays.copyOf(whole, length))));
        }
        assertEquals(ImageFormat.OTHER, HeaderProbe.sniff(file(begun(41).array())));
        byte[] text = "BMW and other cars, in alphabetical order".getBytes(StandardCharsets.US_ASCII);
        assertEquals(ImageFormat.OTHER, HeaderProbe.sniff(file(text)));
    }

    @Test
    void noneIsAcceptedAsAnUpload() {
        FailureException refused = assertThrows(FailureException.class, () -> HeaderProbe.probe(file(4, 3)));
        assertInstanceOf(Failure.UnsupportedType.class, refused.failure());
    }
}
