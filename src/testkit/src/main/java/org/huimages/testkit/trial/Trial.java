package org.huimages.testkit.trial;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.testkit.trial.Verdict.Kind;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// Probe, limits, proof and renditions of one file. The promise: whatever it holds, each of them comes to a right
/// picture or to a failure that blames the file, before the deadline, in the memory that the plan estimates.
/// Renditions are made even of what the proof refused, since an original may be older than the proof.
public final class Trial implements AutoCloseable {
    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 4096);
    private static final Size PROVED = new Size.Fit(64, 64);
    private static final List<Wanted> SHOWN = List.of(
            new Wanted(new Size.Fit(240, 160), ImageFormat.JPEG), new Wanted(new Size.Exact(30, 45), ImageFormat.PNG));
    private static final long STOP_AGAIN = 20;

    /// Times its own length that a file may take in memory: a JPEG that is nothing but a profile takes six, since each
    /// picture that it is opened as has a copy.
    private static final int TIMES_LENGTH = 7;

    private final PixelEngine engine;
    private final Duration deadline;
    private final Path target;
    private final ScheduledExecutorService watchdog = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("watchdog").daemon().factory());

    /// @param deadline of each step
    /// @param folder for what is made, and removed again
    public Trial(PixelEngine engine, Duration deadline, Path folder) {
        this.engine = engine;
        this.deadline = deadline;
        this.target = folder.resolve("made");
    }

    Verdict of(Path file) {
        Gauge gauge = new Gauge(deadline, engine::releaseMemory);
        Verdict verdict = judge(file, gauge);
        return gauge.complaint()
                .map(complaint -> gauge.verdict(Kind.BROKEN, complaint))
                .orElse(verdict);
    }

    private Verdict judge(Path file, Gauge gauge) {
        try {
            return gauge.verdict(kind(file, gauge), "");
        } catch (FailureException refused) {
            Kind kind = blamesTheFile(refused.failure()) ? Kind.REFUSED : Kind.BROKEN;
            return gauge.verdict(kind, refused.failure().toString());
        } catch (Throwable broken) { // whatever it is, it is a verdict
            return gauge.verdict(Kind.BROKEN, broken.toString());
        }
    }

    private Kind kind(Path file, Gauge gauge) throws IOException {
        long itself = TIMES_LENGTH * Files.size(file);
        ImageHeader header = gauge.of(itself, () -> HeaderProbe.probe(file));
        LIMITS.check(header);
        RenditionPlan proof = RenditionPlan.proof(header);
        boolean proved = isMade(
                () -> gauge.of(itself + proof.memory(), () -> render(file, proof)),
                header.upright().scaledTo(PROVED));
        for (Wanted wanted : SHOWN) {
            RenditionPlan plan = RenditionPlan.of(header, wanted.size, wanted.format);
            boolean shown = isMade(
                    () -> gauge.of(itself + plan.memory(), () -> render(file, plan)),
                    header.upright().scaledTo(wanted.size));
            if (proved && !shown) {
                throw new AssertionError("proved, but not to be shown: " + wanted);
            }
        }
        return proved ? Kind.TAKEN : Kind.REFUSED;
    }

    private record Wanted(Size size, ImageFormat format) {}

    /// Whether it was made; false if it was refused as it should be.
    private boolean isMade(Runnable render, Dimensions expected) throws IOException {
        Files.deleteIfExists(target);
        try {
            render.run();
        } catch (FailureException refused) {
            if (Files.exists(target)) {
                throw new AssertionError("refused, but it left a file");
            }
            if (!blamesTheFile(refused.failure())) {
                throw refused;
            }
            return false;
        }
        BufferedImage made = ImageIO.read(target.toFile());
        if (made == null || !expected.equals(new Dimensions(made.getWidth(), made.getHeight()))) {
            throw new AssertionError("made is " + made + ", not " + expected);
        }
        return true;
    }

    private Path render(Path file, RenditionPlan plan) {
        RenderControl control = new RenderControl();
        Future<?> watch = watchdog.scheduleWithFixedDelay(
                control::cancel, deadline.toMillis(), STOP_AGAIN, TimeUnit.MILLISECONDS);
        try {
            engine.render(file, plan, target, control);
            return target;
        } finally {
            watch.cancel(false);
        }
    }

    private static boolean blamesTheFile(Failure failure) {
        return failure instanceof Failure.UnsupportedType
                || failure instanceof Failure.Unprocessable
                || failure instanceof Failure.BadRequest
                || failure instanceof Failure.TooLarge;
    }

    @Override
    public void close() {
        watchdog.shutdownNow();
        engine.releaseThread();
    }
}
