package org.huimages.vips.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
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
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.huimages.vips.VipsEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ChildEngineTest {
    private static final Size SMALL = new Size.Fit(240, 160);

    @TempDir
    static Path work;

    @TempDir
    Path folder;

    private static VipsEngine engine;
    private static ChildEngine child;

    @BeforeAll
    static void open() {
        engine = VipsEngine.open(Optional.empty(), work);
        child = new ChildEngine(new ChildCommand(work, engine.libraryFile()));
    }

    @AfterAll
    static void theChildEndsWithItsEngine() {
        ProcessHandle process = process();
        child.close();
        assertFalse(process.isAlive());
        assertThrows(FailureException.class, () -> child.render(work, anyPlan(), work, new RenderControl()));
    }

    @Test
    void anAvifIsMadeUprightAndCanBeDecodedAgain() throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.quarters(400, 300), Orientation.TURN_RIGHT));
        Path avif = render(source, SMALL);
        ImageHeader header = HeaderProbe.probe(avif);
        assertEquals(ImageFormat.AVIF, header.format());
        assertEquals(new Dimensions(213, 160), header.upright());
        BufferedImage image = decoded(avif);
        assertEquals(213, image.getWidth());
        assertTrue(new Color(image.getRGB(50, 40)).getRed() > 240, "red in the first quarter");
        assertTrue(new Color(image.getRGB(50, 40)).getBlue() < 30, "red in the first quarter");
        assertTrue((image.getRGB(160, 120) & 0xFF) > 240, "white in the last");
    }

    @Test
    void whatCannotBeDecodedIsSaidAsTheEngineSaysItAndTheChildLivesOn() throws IOException {
        render(write(PictureMaker.jpeg(PictureMaker.photo(60, 40, 1))), SMALL);
        long before = process().pid();
        Path damaged = write("no picture at all".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Path target = folder.resolve("no.avif");
        FailureException failed = assertThrows(
                FailureException.class, () -> child.render(damaged, anyPlan(), target, new RenderControl()));
        assertInstanceOf(Failure.Unprocessable.class, failed.failure());
        assertFalse(Files.exists(target));
        assertEquals(before, process().pid());
    }

    @Test
    void aRenderPastItsDeadlineIsKilledAndTheNextOneIsMade() throws Exception {
        Path large = write(PictureMaker.jpeg(PictureMaker.photo(4000, 3000, 1)));
        Path target = folder.resolve("late.avif");
        RenditionPlan plan = plan(large, new Size.Fit(4000, 4000));
        render(write(PictureMaker.jpeg(PictureMaker.photo(60, 40, 1)), "first.jpeg"), SMALL);
        long before = process().pid();
        try (RenderPool pool = new RenderPool(child, RenderLimits.of(1, Duration.ofMillis(500), RenderLimits.MEMORY))) {
            CompletableFuture<Void> late = pool.render(new RenderJob(large, file -> plan, target, "somebody"));
            CompletionException failed = assertThrows(CompletionException.class, late::join);
            assertInstanceOf(Failure.Unavailable.class, FailureException.of(failed));
        }
        assertFalse(Files.exists(target), "a killed render leaves a file");
        render(large, SMALL);
        assertNotEquals(before, process().pid());
    }

    @Test
    void aChildThatDiesIsReplaced() throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.photo(60, 40, 1)));
        render(source, SMALL);
        ProcessHandle first = process();
        first.destroyForcibly();
        first.onExit().join();
        assertTrue(Files.size(render(source, new Size.Fit(30, 30))) > 0);
    }

    @Test
    void aChildThatCannotBeStartedMakesPicturesUnavailable() throws IOException {
        Path source = write(PictureMaker.jpeg(PictureMaker.photo(60, 40, 1)));
        try (ChildEngine broken = new ChildEngine(new ChildCommand(work, Optional.of(source)))) {
            FailureException failed = assertThrows(
                    FailureException.class,
                    () -> broken.render(source, plan(source, SMALL), folder.resolve("x.avif"), new RenderControl()));
            assertInstanceOf(Failure.Unavailable.class, failed.failure());
        }
    }

    private static ProcessHandle process() {
        return ProcessHandle.current()
                .children()
                .filter(process -> process.info().commandLine().orElse("").contains(ChildMain.class.getName())
                        || Arrays.asList(process.info().arguments().orElse(new String[0]))
                                .contains(ChildMain.class.getName()))
                .findFirst()
                .orElseThrow();
    }

    private Path render(Path source, Size size) {
        Path target = folder.resolve(size.text() + ".avif");
        child.render(source, plan(source, size), target, new RenderControl());
        return target;
    }

    private BufferedImage decoded(Path picture) throws IOException {
        Path png = folder.resolve("decoded.png");
        RenditionPlan plan = RenditionPlan.of(HeaderProbe.probe(picture), new Size.Fit(4096, 4096), ImageFormat.PNG);
        engine.render(picture, plan, png, new RenderControl());
        return ImageIO.read(png.toFile());
    }

    private static RenditionPlan plan(Path source, Size size) {
        return RenditionPlan.of(HeaderProbe.probe(source), size, ImageFormat.AVIF);
    }

    private static RenditionPlan anyPlan() {
        try {
            Path source = Files.write(work.resolve("any.jpeg"), PictureMaker.jpeg(PictureMaker.photo(60, 40, 1)));
            return plan(source, SMALL);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Path write(byte[] bytes) throws IOException {
        return write(bytes, "source.jpeg");
    }

    private Path write(byte[] bytes, String name) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }
}
