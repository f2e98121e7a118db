package org.huimages.header;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.pixel.PixelLimits;
import org.huimages.testkit.hostile.HostileFile;
import org.huimages.testkit.hostile.HostileFiles;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What our own look at a file has to see, because a decoder would not refuse it in time. Each was found with the
/// decoder of the day: how long it took, and how much memory, is noted in the test's name or beside it.
class HostileProbeTest {
    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 4096);

    @TempDir
    Path folder;

    private ImageHeader probe(String name) {
        Path file = write(HostileFiles.all()
                .filter(hostile -> hostile.name().equals(name))
                .findFirst()
                .orElseThrow());
        ImageHeader header = assertTimeout(Duration.ofSeconds(2), () -> HeaderProbe.probe(file));
        LIMITS.check(header);
        return header;
    }

    private Path write(HostileFile hostile) {
        try {
            return Files.write(folder.resolve("file"), hostile.bytes());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void assertRefused(String name, String why) {
        FailureException refused = assertThrows(FailureException.class, () -> probe(name));
        assertInstanceOf(Failure.Unprocessable.class, refused.failure());
        assertTrue(refused.failure().text().contains(why), refused.failure()::text);
    }

    /// A million of them, 4 MB: 180 MB, as a decoder keeps each; and 15 seconds of our own.
    @Test
    void segmentsBetweenTheScansOfAJpegHaveALimitToo() {
        assertRefused("jpeg-progressive-of-a-million-segments-between-scans", "more segments");
    }

    /// 55 kB: 570 MB, as a decoder keeps the whole picture where its components come one after the other.
    @ParameterizedTest
    @ValueSource(strings = {"jpeg-baseline-of-101-scans", "jpeg-baseline-of-10000x10000-and-5000-scans"})
    void theScansOfABaselineJpegAreCountedWhereItHasSeveral(String name) {
        assertRefused(name, "scans");
    }

    @Test
    void aBaselineJpegOfSeveralScansIsHeldAsAWhole() {
        ImageHeader header = probe("jpeg-baseline-of-90-scans");
        assertAll(
                () -> assertEquals(90, header.scans()),
                () -> assertTrue(header.has(Trait.PROGRESSIVE)),
                () -> assertEquals(new Dimensions(200, 200), header.stored()));
    }

    @Test
    void fillBytesBeforeTheFirstScanHideNoScans() {
        assertRefused("jpeg-progressive-of-101-scans-after-fill-bytes", "101 scans");
    }

    /// A million of them, 15 MB: 87 MB; four million: 350 MB.
    @Test
    void theFramesOfAGifHaveALimit() {
        assertRefused("gif-of-a-million-frames", "more frames than 10000");
        assertEquals(new Dimensions(1, 1), probe("gif-of-10000-frames").stored());
    }

    /// 100,000 frames, 5 MB: more than 11 seconds; seven million chunks, 56 MB: 470 MB.
    @ParameterizedTest
    @ValueSource(strings = {"webp-of-100000-frames", "webp-of-a-million-chunks"})
    void theChunksOfAWebpHaveALimit(String name) {
        assertRefused(name, "more chunks than 10000");
        assertEquals(new Dimensions(2000, 2000), probe("webp-of-9000-frames").stored());
    }

    /// 900 of them, 6.5 MB: 4 seconds, and 6 GB inflated.
    @ParameterizedTest
    @ValueSource(strings = {"png-90-zTXt-of-7-MB", "png-900-zTXt-of-7-MB", "png-900-iTXt-of-7-MB"})
    void theCompressedTextsOfAPngHaveALimit(String name) {
        assertRefused(name, "more than 128 kB of compressed text");
        assertEquals(new Dimensions(8, 8), probe("png-15-zTXt-of-7-MB").stored());
    }

    @Test
    void textsThatAreNotCompressedMayBeLong() {
        assertEquals(
                new Dimensions(8, 8), probe("png-iTXt-of-1-MB-not-compressed").stored());
    }

    /// 859 bytes, a grid of 256 times the same tile, which is as large as the grid: 340 seconds, 1.3 GB. Its parts
    /// can be hidden in parts of parts, and among them its transparency: 454 bytes, 1.3 GB.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "avif-grid-of-256-tiles-each-as-large-as-all",
                "avif-grid-of-tiles-of-10000x10000",
                "avif-identity-of-16384x16384",
                "avif-overlay-of-200-large-ones",
                "avif-with-alpha-of-10000x10000",
                "avif-16x16-cut-out-of-16384x16384"
            })
    void thePartsOfAnAvifAreNotMuchLargerThanWhatTheyShow(String name) {
        assertRefused(name, "far larger than what they show");
    }

    @ParameterizedTest
    @ValueSource(strings = {"avif-grid-of-2x2", "avif-grid-of-10x10", "avif-identity", "avif-with-alpha"})
    void thePartsOfAnOrdinaryAvifAreNoTrouble(String name) {
        assertEquals(ImageFormat.AVIF, probe(name).format());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "avif-grid-of-itself",
                "avif-grid-of-grids-of-grids",
                "avif-identity-of-itself",
                "avif-overlay-of-itself",
                "avif-overlay-of-65535-pictures",
                "avif-that-is-its-own-alpha"
            })
    void thePartsOfAnAvifHaveAnEnd(String name) {
        FailureException refused = assertThrows(FailureException.class, () -> probe(name));
        assertInstanceOf(Failure.Unprocessable.class, refused.failure());
    }

    /// Without them the decoder believes the coded picture, whatever it claims: 433 bytes, 13 seconds, 3.4 GB.
    @Test
    void everyPartOfAnAvifTellsItsDimensions() {
        assertRefused("avif-with-alpha-of-16384x16384-that-says-no-size", "width or height is 0");
    }

    /// 52 kB, 10,000 by 10,000: 226 seconds.
    @Test
    void anAvifIsTurnedOnce() {
        assertRefused("avif-turned-250-times", "turned more often than once");
        assertEquals(new Dimensions(16, 16), probe("avif-turned-once").stored());
    }

    /// 16 MB of them: 9 seconds at the best, 58 at the worst, as the decoder reads the file anew for each of its
    /// steps.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "avif-property-with-a-name-of-16-MB",
                "avif-with-a-second-name-of-16-MB",
                "avif-profile-of-16-MB",
                "avif-of-8-million-properties",
                "avif-of-10-million-associations"
            })
    void namesAndProfilesOfAnAvifHaveALimit(String name) {
        assertRefused(name, "more than a megabyte");
    }

    /// Two descriptions, two sizes: the decoder sees the last of the ones and the first of the others.
    @Test
    void anAvifIsSeenAsTheDecoderSeesIt() {
        assertRefused("avif-described-twice", "2 descriptions");
        assertRefused("avif-of-10000x10000-and-16x16", "16000 x 16000 pixels");
    }

    @Test
    void whatTelephonesWriteBehindAPictureDoesNoHarm() {
        assertEquals(
                new Dimensions(16, 16), probe("avif-with-something-behind-it").stored());
    }
}
