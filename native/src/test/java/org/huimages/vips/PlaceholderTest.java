package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.MemoryCatalog;
import org.huimages.catalog.Placeholder;
import org.huimages.header.HeaderProbe;
import org.huimages.header.Orientation;
import org.huimages.original.MemoryOriginalStore;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.stock.Stock;
import org.huimages.testkit.Likeness;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Pixels;
import org.huimages.testkit.Reference;
import org.huimages.testkit.Scaler;
import org.huimages.upload.Details;
import org.huimages.upload.Spool;
import org.huimages.upload.Spooled;
import org.huimages.upload.Uploads;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Placeholders of real pixels.
class PlaceholderTest {
    /// They are seen blurred: the colours are to be in their places.
    private static final Likeness COLOURS = new Likeness(21, 0.8);

    @TempDir
    Path folder;

    private VipsEngine engine;
    private RenderPool pool;
    private Spool spool;
    private Uploads uploads;

    @BeforeEach
    void open() throws IOException {
        engine = VipsEngine.open(Optional.empty(), folder);
        pool = new RenderPool(engine, RenderLimits.of(1, Duration.ofSeconds(20), RenderLimits.MEMORY));
        spool = Spool.open(folder.resolve("spool"), 10_000_000);
        Stock stock = new Stock(new MemoryOriginalStore(), new MemoryCatalog());
        uploads = new Uploads(spool, stock, pool, new PixelLimits(10_000_000, 4096), "01", () -> Instant.EPOCH);
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @ParameterizedTest
    @EnumSource
    void theyAreUprightAndHaveThePicturesColours(Orientation orientation) throws IOException {
        byte[] picture = PictureMaker.jpeg(PictureMaker.quarters(1600, 1200), orientation);
        assertLike(PictureMaker.quarters(1600, 1200), placeholder(picture).orElseThrow());
    }

    @Test
    void photographsTakeLessThanThreeHundredCharacters() throws IOException {
        for (int seed = 0; seed < 5; seed++) {
            byte[] picture = PictureMaker.jpeg(PictureMaker.photo(800, 800, seed));
            String uri = placeholder(picture).orElseThrow();
            assertTrue(uri.length() < 300, uri);
            assertLike(PictureMaker.photo(800, 800, seed), uri);
        }
    }

    @Test
    void whatIsNotAJpegHasOneToo() throws IOException {
        assertLike(
                PictureMaker.quarters(320, 240),
                placeholder(PictureMaker.png(PictureMaker.quarters(320, 240))).orElseThrow());
    }

    @Test
    void aPictureOfOnePixelHasOne() throws IOException {
        assertEquals(
                new Dimensions(1, 1),
                decoded(placeholder(PictureMaker.png(PictureMaker.quarters(1, 1)))
                                .orElseThrow())
                        .dimensions());
    }

    @Test
    void aLineHasOne() throws IOException {
        assertEquals(
                new Dimensions(16, 1),
                decoded(placeholder(PictureMaker.jpeg(PictureMaker.photo(4000, 3, 1)))
                                .orElseThrow())
                        .dimensions());
    }

    private static void assertLike(BufferedImage upright, Pixels actual) {
        Pixels expected = Scaler.scale(Pixels.of(upright), actual.dimensions(), Scaler.Filter.TRIANGLE);
        Likeness likeness = Likeness.of(expected, actual);
        assertTrue(likeness.reaches(COLOURS), likeness::toString);
    }

    private void assertLike(BufferedImage upright, String uri) throws IOException {
        Pixels actual = decoded(uri);
        assertEquals(new Dimensions(upright.getWidth(), upright.getHeight()).fit(16, 16), actual.dimensions());
        assertLike(upright, actual);
    }

    private Pixels decoded(String uri) throws IOException {
        Path webp = Files.write(
                folder.resolve("placeholder.webp"), Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1)));
        Path png = folder.resolve("placeholder.png");
        engine.render(
                webp,
                RenditionPlan.of(HeaderProbe.probe(webp), new Size.Fit(16, 16), ImageFormat.PNG),
                png,
                new RenderControl());
        return Reference.decode(Files.readAllBytes(png));
    }

    private Optional<String> placeholder(byte[] file) {
        Details details = new Details(Description.named("a"), Optional.empty(), "ann");
        try (Spooled received = spool.receive(new ByteArrayInputStream(file))) {
            Optional<Facts> facts =
                    uploads.save(received, details, "somebody").document().facts();
            return facts.orElseThrow().placeholder().map(Placeholder::uri);
        }
    }
}
