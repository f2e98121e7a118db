package org.huimages.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
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

    /// The JDK writes 4:2:0, and gray with one component.
    @Test
    void theSamplingIsThatOfTheFrame() {
        assertEquals(
                List.of("2x2", "1x1", "1x1"), JpegSegments.sampling(PictureMaker.jpeg(PictureMaker.photo(20, 10, 1))));
        BufferedImage gray = new BufferedImage(20, 10, BufferedImage.TYPE_BYTE_GRAY);
        assertEquals(List.of("1x1"), JpegSegments.sampling(PictureMaker.jpeg(gray)));
    }

    @Test
    void adobesSegmentEndsWithTheTransform() {
        assertEquals("ffee000e" + "41646f6265" + "0064" + "0000" + "0000" + "02", HEX.formatHex(JpegSegments.adobe(2)));
    }

    @Test
    void aProfileIsOnePartOfOne() {
        assertEquals(
                "ffe20011" + "4943435f50524f46494c4500" + "0101" + "aa",
                HEX.formatHex(JpegSegments.profile(HEX.parseHex("aa"))));
    }
}
