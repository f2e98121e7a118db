package org.huimages.bench.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.settings.Quiet;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.huimages.vips.VipsEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/// One rendition, by the wall clock: from a file to a file, as a render thread of the server makes it.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class RenderBenchmark {
    /// Megapixels of a picture made by code, or a file.
    @Param({"2", "12"})
    public String picture = "";

    @Param({"75x75!", "240x160", "640x480", "1600x1200"})
    public String size = "";

    private Path source = Path.of("");
    private Path target = Path.of("");
    private Optional<VipsEngine> engine = Optional.empty();
    private Optional<RenditionPlan> plan = Optional.empty();

    @Setup
    public void open() throws IOException {
        Quiet.please();
        BenchSettings settings = BenchSettings.read();
        Picture given = Pictures.named(settings.made(), picture);
        source = given.file();
        target = Files.createTempFile("huimages-bench", ".jpeg");
        plan = Optional.of(RenditionPlan.of(given.header(), Size.parse(size).orElseThrow(), ImageFormat.JPEG));
        engine = Optional.of(VipsEngine.open(Optional.of(settings.libvips()), settings.work()));
    }

    @Benchmark
    public void render() {
        engine.orElseThrow().render(source, plan.orElseThrow(), target, new RenderControl());
    }

    @TearDown
    public void close() throws IOException {
        engine.orElseThrow().releaseThread();
        Files.delete(target);
    }
}
