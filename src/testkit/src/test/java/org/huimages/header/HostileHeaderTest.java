package org.huimages.header;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever a file holds, the probe answers, soon, with a header or one of two failures.
class HostileHeaderTest {
    private static final int KILOBYTE = 1024;
    private static final int LARGEST_UPLOAD = 64 * KILOBYTE * KILOBYTE;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("file");
    }

    static Stream<byte[]> pictures() {
        byte[] plain = PictureMaker.jpeg(PictureMaker.photo(64, 48, 1));
        return Stream.of(
                JpegSegments.insert(plain, JpegSegments.exif(6)),
                JpegSegments.insert(
                        PictureMaker.progressiveJpeg(PictureMaker.photo(64, 48, 1)),
                        JpegSegments.segment(0xE2, new byte[300])));
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void truncatedAnywhereItIsRefusedUntilItsHeaderIsWhole(byte[] picture) throws IOException {
        int whole = 0;
        for (int length = 0; length <= KILOBYTE; length++) {
            boolean accepted = isAccepted(Arrays.copyOf(picture, length));
            assertTrue(accepted || whole == 0, "accepted shorter, refused at " + length);
            whole += accepted ? 1 : 0;
        }
        assertTrue(whole > 0, "the header is longer than what was looked at");
    }

    @ParameterizedTest
    @MethodSource("pictures")
    void anyByteOfTheHeaderMayBeAnother(byte[] picture) throws IOException {
        int accepted = 0;
        for (int at = 0; at < KILOBYTE; at++) {
            for (int flip : new int[] {0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80, 0xFF, picture[at]}) {
                byte[] flipped = picture.clone();
                flipped[at] ^= (byte) flip;
                accepted += isAccepted(flipped) ? 1 : 0;
            }
        }
        assertTrue(accepted > KILOBYTE, "most of a header does not matter to us, but only " + accepted + " passed");
    }

    @Test
    void anyBytesMayFollowTheSignature() throws IOException {
        Random random = new Random(1);
        for (int round = 0; round < 3_000; round++) {
            byte[] bytes = new byte[random.nextInt(3, 300)];
            random.nextBytes(bytes);
            fillWithMarkers(bytes, random);
            System.arraycopy(HexFormat.of().parseHex("FFD8FF"), 0, bytes, 0, 3);
            isAccepted(bytes);
        }
    }

    /// Random bytes hardly ever hold a marker; these hold many.
    private static void fillWithMarkers(byte[] bytes, Random random) {
        for (int at = 3; at + 3 < bytes.length; at += random.nextInt(1, 12)) {
            bytes[at] = (byte) 0xFF;
            bytes[at + 1] = (byte) random.nextInt(0xC0, 0x100);
            bytes[at + 2] = 0;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FF", "FFD0", "FFE00002", "FFE1000300", "FFE20003FF", "FFE1000845786966000000"})
    void aFileOfNothingButSegmentsTakesNoTime(String segment) throws IOException {
        Files.write(file, repeated(HexFormat.of().parseHex(segment)));
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> isAccepted(file));
    }

    private static byte[] repeated(byte[] segment) {
        byte[] bytes = new byte[LARGEST_UPLOAD];
        bytes[0] = (byte) 0xFF;
        bytes[1] = (byte) 0xD8;
        for (int at = 2; at < bytes.length; at++) {
            bytes[at] = segment[(at - 2) % segment.length];
        }
        return bytes;
    }

    private boolean isAccepted(byte[] bytes) throws IOException {
        return isAccepted(Files.write(file, bytes));
    }

    private static boolean isAccepted(Path written) {
        try {
            HeaderProbe.probe(written);
            return true;
        } catch (FailureException refused) {
            Failure failure = refused.failure();
            assertTrue(
                    failure instanceof Failure.UnsupportedType || failure instanceof Failure.Unprocessable,
                    failure::toString);
            assertEquals(1, failure.text().lines().count());
            return false;
        }
    }
}
