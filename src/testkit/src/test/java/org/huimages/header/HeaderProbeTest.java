package org.huimages.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.MatrixProfile;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Xyz;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderProbeTest {
    private static final int APP0 = 0xE0;
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    private static final int DHT = 0xC4;
    private static final int SOS = 0xDA;
    private static final byte[] FRAME = JpegSegments.frame(0xC0, 640, 480, 3);

    /// All three components of a frame.
    private static final byte[] SCAN = JpegSegments.segment(SOS, new byte[] {3, 1, 0, 2, 0, 3, 0, 0, 63, 0});

    @TempDir
    Path folder;

    @Test
    void aPlainPhotographIsKnown() throws IOException {
        assertEquals(
                new ImageHeader(
                        ImageFormat.JPEG, new Dimensions(123, 45), Orientation.UPRIGHT, Colour.PLAIN, Set.of(), 1),
                probe(PictureMaker.jpeg(PictureMaker.photo(123, 45, 1))));
    }

    @Test
    void aProgressivePhotographIsKnown() throws IOException {
        ImageHeader header = probe(PictureMaker.progressiveJpeg(PictureMaker.photo(64, 48, 1)));
        assertTrue(header.has(Trait.PROGRESSIVE));
        assertEquals(new Dimensions(64, 48), header.stored());
    }

    @ParameterizedTest(name = "SOF{0}: progressive {1}")
    @CsvSource({"0,false", "1,false", "2,true", "3,false", "5,false", "6,true", "9,false", "10,true", "14,true"})
    void theFrameTellsWhetherItIsProgressive(int frame, boolean progressive) throws IOException {
        byte[] header = JpegSegments.frame(0xC0 + frame, 640, 480, 3);
        assertEquals(progressive, probe(jpeg(header, SCAN)).has(Trait.PROGRESSIVE));
    }

    @ParameterizedTest
    @EnumSource
    void everyOrientationIsReadInBothByteOrders(Orientation orientation) throws IOException {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            ImageHeader header = probe(jpeg(JpegSegments.exif(orientation.exif(), order), FRAME, SCAN));
            assertEquals(orientation, header.orientation());
            assertEquals(new Dimensions(640, 480), header.stored());
            assertEquals(
                    orientation.exif() >= 5 ? new Dimensions(480, 640) : new Dimensions(640, 480), header.upright());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void anOrientationThatThereIsNotIsUpright(int value) throws IOException {
        assertEquals(
                Orientation.UPRIGHT,
                probe(jpeg(JpegSegments.exif(value), FRAME, SCAN)).orientation());
    }

    @Test
    void theOrderOfTheSegmentsMakesNoDifference() throws IOException {
        byte[] exif = JpegSegments.exif(6);
        assertEquals(Orientation.TURN_RIGHT, probe(jpeg(FRAME, exif, SCAN)).orientation());
        assertEquals(
                Orientation.TURN_RIGHT,
                probe(jpeg(JpegSegments.segment(APP0, new byte[14]), exif, FRAME, SCAN))
                        .orientation());
    }

    @Test
    void anApp1SegmentThatIsNoExifIsPassedOver() throws IOException {
        byte[] xmp = text(APP1, "http://ns.adobe.com/xap/1.0/\0 tiff:Orientation=\"6\"");
        assertEquals(Orientation.UPRIGHT, probe(jpeg(xmp, FRAME, SCAN)).orientation());
        assertEquals(
                Orientation.TURN_LEFT,
                probe(jpeg(JpegSegments.exif(8), xmp, FRAME, SCAN)).orientation());
    }

    @Test
    void damagedExifTellsNothingAndHarmsNothing() throws IOException {
        byte[] exif = JpegSegments.exif(6);
        for (int length = 0; length < exif.length - 4; length++) {
            byte[] cut = JpegSegments.segment(APP1, Arrays.copyOfRange(exif, 4, 4 + length));
            assertEquals(new Dimensions(640, 480), probe(jpeg(cut, FRAME, SCAN)).stored());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"7FFFFFFF", "80000000", "FFFFFFFF", "0000FFFF", "00000000", "FFFFFFFE"})
    void anExifDirectoryThatIsNowhereTellsNothing(String offset) throws IOException {
        byte[] exif = JpegSegments.exif(6);
        System.arraycopy(HexFormat.of().parseHex(offset), 0, exif, 14, 4);
        assertEquals(Orientation.UPRIGHT, probe(jpeg(exif, FRAME, SCAN)).orientation());
    }

    @ParameterizedTest(name = "{0} components: {1}")
    @CsvSource({"1,PLAIN", "3,PLAIN", "4,CMYK"})
    void coloursAreToldByTheirNumber(int components, Colour colour) throws IOException {
        byte[] frame = JpegSegments.frame(0xC0, 640, 480, components);
        assertEquals(colour, probe(jpeg(frame, SCAN)).colour());
    }

    @ParameterizedTest(name = "{0} components with a profile: {1}")
    @CsvSource({"1,PROFILED", "3,PROFILED", "4,CMYK"})
    void anIccProfileIsNoticed(int components, Colour colour) throws IOException {
        byte[] frame = JpegSegments.frame(0xC0, 640, 480, components);
        byte[] profile = text(APP2, "ICC_PROFILE\0\1\1 and so on");
        assertEquals(colour, probe(jpeg(profile, frame, SCAN)).colour());
        assertEquals(
                colour, probe(jpeg(profile, text(APP2, "MPF\0"), frame, SCAN)).colour());
    }

    /// By the JDK's own profiles and by small ones; `linear sRGB` would be far too dark if it were taken for
    /// sRGB.
    @Test
    void onlySrgbItselfIsShownAsItIs() throws IOException {
        Xyz primary = MatrixProfile.LINEAR.red();
        MatrixProfile gamma = new MatrixProfile("sRGB with a gamma", 2.2, primary, primary, primary);
        assertEquals(Colour.PLAIN, colour(ICC_Profile.getInstance(ColorSpace.CS_sRGB)));
        assertEquals(Colour.PLAIN, colour(ICC_Profile.getInstance(gamma.file())));
        assertEquals(Colour.PROFILED, colour(ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB)));
        assertEquals(Colour.PROFILED, colour(ICC_Profile.getInstance(MatrixProfile.LINEAR.file())));
        assertEquals(Colour.PROFILED, colour(ICC_Profile.getInstance(MatrixProfile.ADOBE.file())));
    }

    private Colour colour(ICC_Profile profile) throws IOException {
        return probe(jpeg(JpegSegments.profile(profile.getData()), FRAME, SCAN)).colour();
    }

    @Test
    void otherApp2SegmentsAreNoProfile() throws IOException {
        byte[] shorter = text(APP2, "ICC_PROFILE");
        byte[] empty = text(APP2, "");
        assertEquals(Colour.PLAIN, probe(jpeg(shorter, empty, FRAME, SCAN)).colour());
    }

    @Test
    void fillBytesMayStandBeforeAnyMarker() throws IOException {
        byte[] fill = HexFormat.of().parseHex("FFFFFF");
        byte[] header = jpeg(fill, JpegSegments.exif(3), fill, FRAME, fill, fill, SCAN);
        assertEquals(new Dimensions(640, 480), probe(header).stored());
        assertEquals(Orientation.UPSIDE_DOWN, probe(header).orientation());
    }

    @Test
    void markersWithoutContentArePassedOver() throws IOException {
        byte[] bare = HexFormat.of().parseHex("FF01FFD0FFD7");
        assertEquals(
                new Dimensions(640, 480), probe(jpeg(bare, FRAME, bare, SCAN)).stored());
    }

    @Test
    void theEndOfTheFileIsNotLookedAt() throws IOException {
        byte[] whole = PictureMaker.jpeg(PictureMaker.photo(64, 48, 1));
        assertEquals(probe(whole), probe(Arrays.copyOf(whole, whole.length - 2)));
        assertEquals(probe(whole), probe(Arrays.copyOf(whole, whole.length + 100)));
    }

    @Test
    void aThumbnailWithinASegmentIsNotThePicture() throws IOException {
        byte[] thumbnail = PictureMaker.jpeg(PictureMaker.photo(16, 12, 1));
        assertEquals(
                new Dimensions(640, 480),
                probe(jpeg(JpegSegments.segment(APP1, thumbnail), FRAME, SCAN)).stored());
    }

    @Test
    void aHugeClaimIsReportedAsItStands() throws IOException {
        byte[] claimed = JpegSegments.claimSize(PictureMaker.jpeg(PictureMaker.photo(8, 8, 1)), 65_535, 65_534);
        assertEquals(new Dimensions(65_535, 65_534), probe(claimed).stored());
    }

    @ParameterizedTest
    @CsvSource({"0,480", "640,0", "0,0"})
    void aPictureOfNoPixelsIsDamaged(int width, int height) throws IOException {
        assertUnprocessable(jpeg(JpegSegments.frame(0xC0, width, height, 3), SCAN));
    }

    @Test
    void theFirstFrameCounts() throws IOException {
        byte[] second = JpegSegments.frame(0xC2, 1, 1, 1);
        assertEquals(new Dimensions(640, 480), probe(jpeg(FRAME, second, SCAN)).stored());
    }

    @Test
    void pixelsWithoutAFrameAreDamaged() throws IOException {
        assertUnprocessable(jpeg(SCAN));
        assertUnprocessable(jpeg(JpegSegments.segment(DHT, new byte[20]), SCAN));
        assertUnprocessable(jpeg(JpegSegments.segment(0xC0, new byte[5]), SCAN));
        assertUnprocessable(HexFormat.of().parseHex("FFD8FFD9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FFE00000", "FFE00001", "FFE1FFFF", "FF", "FFC0", "FFC000", "FFC00011", "FF00"})
    void whatIsNoSegmentIsDamaged(String segment) throws IOException {
        assertUnprocessable(jpeg(FRAME, HexFormat.of().parseHex(segment)));
    }

    /// libjpeg passes over FF00 and looks on at the next byte: for it the inner frame would be the first.
    @Test
    void aFrameCannotBeHiddenFromOurEyesOnly() throws IOException {
        byte[] hidden = jpeg(JpegSegments.frame(0xC0, 65_500, 65_500, 3), SCAN);
        for (int marker : new int[] {0x00, 0x02, 0x4F, 0xBF}) {
            assertUnprocessable(jpeg(JpegSegments.segment(marker, hidden), FRAME, SCAN));
        }
    }

    @ParameterizedTest
    @MethodSource("otherFiles")
    void whatIsNoJpegIsNotSupported(byte[] file) throws IOException {
        assertInstanceOf(Failure.UnsupportedType.class, failure(file));
    }

    static Stream<byte[]> otherFiles() {
        return Stream.of(
                new byte[0],
                new byte[100],
                HexFormat.of().parseHex("FFD8"),
                HexFormat.of().parseHex("D8FFD8FFE0"),
                ascii("<!DOCTYPE html><html><body>\u00FF\u00D8\u00FF</body></html>"),
                ascii("<svg xmlns='http://www.w3.org/2000/svg'/>"),
                ascii("%PDF-1.7"),
                ascii("II*\0"),
                "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aFileThatIsNotThereIsOurOwnMistake() {
        Failure failure = assertThrows(FailureException.class, () -> HeaderProbe.probe(folder.resolve("missing")))
                .failure();
        assertInstanceOf(Failure.Internal.class, failure);
        assertFalse(failure.text().contains("missing"));
    }

    private ImageHeader probe(byte[] file) throws IOException {
        return HeaderProbe.probe(Files.write(folder.resolve("file"), file));
    }

    private Failure failure(byte[] file) throws IOException {
        Path written = Files.write(folder.resolve("file"), file);
        return assertThrows(FailureException.class, () -> HeaderProbe.probe(written))
                .failure();
    }

    private void assertUnprocessable(byte[] file) throws IOException {
        assertInstanceOf(Failure.Unprocessable.class, failure(file));
    }

    /// A file with these parts between its start and some bytes that might be pixels.
    private static byte[] jpeg(byte[]... parts) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(HexFormat.of().parseHex("FFD8"));
        for (byte[] part : parts) {
            file.writeBytes(part);
        }
        return file.toByteArray();
    }

    private static byte[] text(int marker, String content) {
        return JpegSegments.segment(marker, ascii(content));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
