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
        HostileFile file = HostileFiles.all()
                .filter(hostile -> hostile.name().equals(name))
                .findFirst()
                .orElseThrow();
        try {
            ImageHeader header = HeaderProbe.probe(Files.write(folder.resolve("file"), file.bytes()));
            LIMITS.check(header);
            return header;
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
        assertTimeout(
                Duration.ofSeconds(1),
                () -> assertRefused("jpeg-progressive-of-a-million-segments-between-scans", "more segments"));
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

    /// 900 of them, 6.5 MB: 4 seconds and 6 GB inflated.
    @ParameterizedTest
    @ValueSource(strings = {"png-900-zTXt-of-7-MB", "png-900-iTXt-of-7-MB"})
    void theTextsOfAPngHaveALimit(String name) {
        assertRefused(name, "more texts than 100");
        assertEquals(new Dimensions(8, 8), probe("png-90-zTXt-of-7-MB").stored());
    }
}
