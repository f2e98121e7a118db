package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class JpegSegmentsTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void theLengthOfASegmentCountsItself() {
        assertEquals("ffe20005010203", HEX.formatHex(JpegSegments.segment(0xE2, new byte[] {1, 2, 3})));
        assertEquals(65_537, JpegSegments.segment(0xE2, new byte[65_533]).length);
    }

    @Test
    void anInsertedSegmentComesFirst() {
        assertArrayEquals(
                HEX.parseHex("ffd8aabbffd9"), JpegSegments.insert(HEX.parseHex("ffd8ffd9"), HEX.parseHex("aabb")));
    }

    @Test
    void anInsertedSegmentDoesNotHarmThePicture() throws IOException {
        byte[] whole = PictureMaker.jpeg(PictureMaker.photo(20, 10, 1));
        byte[] inserted = JpegSegments.insert(whole, JpegSegments.exif(6));
        assertEquals(20, ImageIO.read(new ByteArrayInputStream(inserted)).getWidth());
    }

    @Test
    void aFrameSaysHowLargeItIs() {
        assertEquals("ffc0000b08" + "01e0" + "0280" + "01000000", HEX.formatHex(JpegSegments.frame(0xC0, 640, 480, 1)));
    }

    @Test
    void aClaimChangesFourBytesOnly() {
        byte[] whole = PictureMaker.jpeg(PictureMaker.photo(20, 10, 1));
        byte[] claimed = JpegSegments.claimSize(whole, 0x1234, 0x5678);
        assertArrayEquals(whole, JpegSegments.claimSize(claimed, 20, 10));
        assertEquals(-1, HEX.formatHex(whole).indexOf("56781234"));
        assertEquals(
                10,
                HEX.formatHex(claimed).indexOf("56781234")
                        - HEX.formatHex(whole).indexOf("ffc0"));
    }

    @Test
    void bytesWithoutAFrameCannotClaimAnything() {
        assertThrows(IllegalArgumentException.class, () -> JpegSegments.claimSize(new byte[100], 1, 1));
    }
}
