package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.imageio.ImageIO;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.header.Orientation;
import org.huimages.pixel.Focal;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.testkit.JpegSegments;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class VipsEngineTest {
    @TempDir
    static Path work;

    @TempDir
    Path folder;

    private static VipsEngine engine;

    @BeforeAll
    static void open() {
        engine = VipsEngine.open(Optional.empty(), work);
    }

    @AfterAll
    static void nothingIsInUseAtRest() {
        engine.releaseThread();
        assertEquals(new VipsCounters(0, 0, 0), engine.counters());
    }

    @ParameterizedTest
    @EnumSource
    void everyOrientationIsTurnedUpright(Orientation orientation) throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.quarters(400, 300), orientation));
        BufferedImage fitted = render(source, new Size.Fit(200, 200));
        assertEquals(new Dimensions(200, 150), dimensions(fitted));
        assertQuarters(fitted);
    }

    @ParameterizedTest
    @EnumSource
    void exactSizesAreCutFromTheMiddleOfTheUprightPicture(Orientation orientation) throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.quarters(400, 300), orientation));
        BufferedImage exact = render(source, new Size.Exact(75, 75));
        assertEquals(new Dimensions(75, 75), dimensions(exact));
        assertQuarters(exact);
    }

    /// Those of the standard take 432 bytes, whether or not all of their codes are used.
    @ParameterizedTest
    @CsvSource({"240x160, true", "640x480, false"})
    void smallJpegsHaveHuffmanTablesOfTheirOwn(String size, boolean own) throws IOException {
        Path target = folder.resolve("small.jpeg");
        Path source = write(PictureMaker.jpeg(PictureMaker.photo(900, 675, 1)));
        RenditionPlan plan =
                RenditionPlan.of(HeaderProbe.probe(source), Size.parse(size).orElseThrow(), ImageFormat.JPEG);
        engine.render(source, plan, target, new RenderControl());
        assertEquals(own, huffmanTables(Files.readAllBytes(target)) < 432);
    }

    /// How many bytes the segments with Huffman tables take before the first scan.
    private static int huffmanTables(byte[] jpeg) {
        int tables = 0;
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != 0xDA) {
            int length = 2 + ((jpeg[at + 2] & 0xff) << 8) + (jpeg[at + 3] & 0xff);
            tables += (jpeg[at + 1] & 0xff) == 0xC4 ? length : 0;
            at += length;
        }
        return tables;
    }

    /// A dot, where the focal point is told to be, ends in the middle of the crop.
    @ParameterizedTest
    @EnumSource
    void aCropIsAroundTheFocalPointOfTheUprightPicture(Orientation orientation) throws IOException {
        BufferedImage dotted = new BufferedImage(400, 100, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = dotted.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(280, 30, 40, 40);
        graphics.dispose();
        Path source = write(PictureMaker.jpeg(dotted, orientation));
        Path target = folder.resolve("focal.jpeg");
        engine.render(
                source,
                RenditionPlan.of(
                        HeaderProbe.probe(source), new Size.Exact(50, 50), ImageFormat.JPEG, new Focal(0.75, 0.5)),
                target,
                new RenderControl());
        BufferedImage crop = ImageIO.read(target.toFile());
        assertLike(Color.RED, crop.getRGB(25, 25));
        assertLike(Color.BLACK, crop.getRGB(3, 25));
        assertLike(Color.BLACK, crop.getRGB(46, 25));
    }

    /// Linux counts niceness by the thread, and shows it as the 19th field of stat(5).
    @Test
    @EnabledOnOs(OS.LINUX)
    void renderThreadsStandBackBehindThoseThatAnswer() {
        CompletableFuture<String> nice = CompletableFuture.supplyAsync(
                () -> {
                    engine.adoptThread();
                    return nice();
                },
                task -> Thread.ofPlatform().start(task));
        assertEquals("10", nice.join());
        assertEquals("0", nice(), "other threads are as before");
    }

    private static String nice() {
        String afterName = read(Path.of("/proc/thread-self/stat")).replaceFirst(".*\\) ", "");
        return afterName.split(" ", -1)[16];
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "10000,1", "1,10000", "3,2000", "1000,750", "641,479", "17,17"})
    void dimensionsAreThoseOfTheGeometry(int width, int height) throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.photo(width, height, 7)));
        for (Size size : Arrays.asList(
                new Size.Fit(240, 160), new Size.Exact(75, 75), new Size.Fit(1, 1), new Size.Exact(1000, 3))) {
            Dimensions expected = new Dimensions(width, height).scaledTo(size);
            assertEquals(expected, dimensions(render(source, size)), () -> size.text());
        }
    }

    @Test
    void smallPicturesAreNotEnlargedToFit() throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.photo(100, 60, 1)));
        assertEquals(new Dimensions(100, 60), dimensions(render(source, new Size.Fit(800, 600))));
    }

    @Test
    void exactSizeEnlargesSmallPictures() throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.photo(10, 6, 1)));
        assertEquals(new Dimensions(800, 600), dimensions(render(source, new Size.Exact(800, 600))));
    }

    @Test
    void aLineOfPixelsIsEnlargedToTheLargestExactSize() throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.photo(60_000, 1, 1)));
        assertEquals(new Dimensions(4096, 4096), dimensions(render(source, new Size.Exact(4096, 4096))));
    }

    @Test
    void theSourceIsNotTouched() throws IOException {
        byte[] bytes = PictureMaker.jpeg(PictureMaker.photo(640, 480, 3), Orientation.TURN_LEFT);
        Path source = write(bytes);
        render(source, new Size.Exact(75, 75));
        assertArrayEquals(bytes, Files.readAllBytes(source));
    }

    @Test
    void metadataIsLeftOut() throws IOException {
        byte[] exif = JpegSegments.exif(1);
        byte[] icc = JpegSegments.segment(0xED, "Photoshop 3.0\0 GPS secret".getBytes(StandardCharsets.US_ASCII));
        Path source = write(JpegSegments.insert(
                JpegSegments.insert(PictureMaker.jpeg(PictureMaker.photo(640, 480, 3)), exif), icc));
        Path target = folder.resolve("plain.jpeg");
        engine.render(source, plan(source, new Size.Fit(200, 200)), target, new RenderControl());
        String text = Files.readString(target, StandardCharsets.ISO_8859_1);
        assertFalse(text.contains("Exif") || text.contains("secret"));
    }

    @Test
    void aTruncatedPictureFailsTheProofAndLeavesNoFile() throws IOException {
        byte[] whole = PictureMaker.jpeg(PictureMaker.photo(1200, 900, 5));
        Path source = write(Arrays.copyOf(whole, whole.length * 2 / 3));
        Path target = folder.resolve("proof.jpeg");
        FailureException failed = assertThrows(
                FailureException.class,
                () -> engine.render(
                        source, RenditionPlan.proof(HeaderProbe.probe(source)), target, new RenderControl()));
        assertInstanceOf(Failure.Unprocessable.class, failed.failure());
        assertFalse(Files.exists(target));
    }

    @Test
    void aTruncatedOriginalIsShownAsFarAsItGoes() throws IOException {
        byte[] whole = PictureMaker.jpeg(PictureMaker.photo(1200, 900, 5));
        Path source = write(Arrays.copyOf(whole, whole.length * 2 / 3));
        assertEquals(new Dimensions(213, 160), dimensions(render(source, new Size.Fit(240, 160))));
    }

    /// The library has loaders for these; they are blocked, whatever a header probe may one day let through.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg' width='64' height='64'><rect width='9' height='9'/></svg>",
                "P2 2 2 255 1 2 3 4",
                "II*\0\b\0\0\0\0\0"
            })
    void onlyTrustedLoadersAreLetNearAFile(String content) throws IOException {
        Path file = write(content.getBytes(StandardCharsets.ISO_8859_1));
        ImageHeader claimed = HeaderProbe.probe(write(PictureMaker.jpeg(PictureMaker.photo(64, 64, 1)), "real.jpeg"));
        RenditionPlan plan = RenditionPlan.of(claimed, new Size.Fit(10, 10), ImageFormat.JPEG);
        assertThrows(
                FailureException.class,
                () -> engine.render(file, plan, folder.resolve("no.jpeg"), new RenderControl()));
    }

    @Test
    void aRenderCancelledBeforehandDoesNotStart() throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.photo(64, 64, 1)));
        RenderControl cancelled = new RenderControl();
        cancelled.cancel();
        Path target = folder.resolve("never.jpeg");
        FailureException failed = assertThrows(
                FailureException.class,
                () -> engine.render(source, plan(source, new Size.Fit(10, 10)), target, cancelled));
        assertInstanceOf(Failure.Unavailable.class, failed.failure());
        assertFalse(Files.exists(target));
    }

    @ParameterizedTest
    @EnumSource(names = {"UPRIGHT", "TURN_RIGHT"})
    void aRenderPastItsDeadlineIsStoppedInTheMiddle(Orientation orientation) throws Exception {
        Path source = write(PictureMaker.jpeg(PictureMaker.quarters(6000, 4000), orientation));
        Path target = folder.resolve("late.jpeg");
        try (RenderPool pool = pool(Duration.ofMillis(15))) {
            CompletableFuture<Void> late = pool.render(
                    new RenderJob(source, file -> plan(file, new Size.Fit(4000, 4000)), target, "somebody"));
            CompletionException failed = assertThrows(CompletionException.class, late::join);
            assertInstanceOf(Failure.Unavailable.class, FailureException.of(failed));
        }
        assertFalse(Files.exists(target), "a stopped render leaves a file");
    }

    @Test
    void whatIsTooLateInTheQueueIsAnsweredAtItsDeadline() throws Exception {
        Path source = write(PictureMaker.jpeg(PictureMaker.quarters(3000, 2000)));
        RenditionPlan plan = plan(source, new Size.Fit(3000, 2000));
        try (RenderPool pool = pool(Duration.ofMillis(300))) {
            CompletableFuture<?>[] all = new CompletableFuture<?>[64];
            Arrays.setAll(
                    all,
                    i -> pool.render(
                            new RenderJob(source, file -> plan, folder.resolve(i + ".jpeg"), "client " + i % 8)));
            assertThrows(CompletionException.class, CompletableFuture.allOf(all)::join);
            assertTrue(Arrays.stream(all).anyMatch(one -> !one.isCompletedExceptionally()), "some were in time");
        }
    }

    private static RenderPool pool(Duration timeout) {
        return new RenderPool(engine, RenderLimits.of(1, timeout, RenderLimits.MEMORY));
    }

    private BufferedImage render(Path source, Size size) throws IOException {
        Path target = folder.resolve(size.text() + ".jpeg");
        engine.render(source, plan(source, size), target, new RenderControl());
        return ImageIO.read(target.toFile());
    }

    private static RenditionPlan plan(Path source, Size size) {
        return RenditionPlan.of(HeaderProbe.probe(source), size, ImageFormat.JPEG);
    }

    private Path write(byte[] bytes) throws IOException {
        return write(bytes, "source.jpeg");
    }

    private Path write(byte[] bytes, String name) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static Dimensions dimensions(BufferedImage image) {
        return new Dimensions(image.getWidth(), image.getHeight());
    }

    private static void assertQuarters(BufferedImage image) {
        int w = image.getWidth();
        int h = image.getHeight();
        assertLike(Color.RED, image.getRGB(w / 4, h / 4));
        assertLike(Color.GREEN, image.getRGB(w * 3 / 4, h / 4));
        assertLike(Color.BLUE, image.getRGB(w / 4, h * 3 / 4));
        assertLike(Color.WHITE, image.getRGB(w * 3 / 4, h * 3 / 4));
    }

    private static void assertLike(Color expected, int rgb) {
        Color actual = new Color(rgb);
        int distance = Math.abs(expected.getRed() - actual.getRed())
                + Math.abs(expected.getGreen() - actual.getGreen())
                + Math.abs(expected.getBlue() - actual.getBlue());
        assertTrue(distance < 30, () -> "expected " + expected + ", was " + actual);
    }
}
