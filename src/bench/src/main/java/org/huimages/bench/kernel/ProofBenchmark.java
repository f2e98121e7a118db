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
import org.huimages.header.HeaderProbe;
import org.huimages.pixel.RenderControl;
import org.huimages.pixel.RenditionPlan;
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

/// What the engine does at an upload: the proof that all of it can be decoded, and what the placeholder costs beside.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ProofBenchmark {
    /// Megapixels of a picture made by code, or a file.
    @Param({"2", "12"})
    public String picture = "";

    private Path source = Path.of("");
    private Path proof = Path.of("");
    private Path target = Path.of("");
    private Optional<VipsEngine> engine = Optional.empty();
    private Optional<RenditionPlan> plan = Optional.empty();

    @Setup
    public void open() throws IOException {
        Quiet.please();
        BenchSettings settings = BenchSettings.read();
        Picture given = Pictures.named(settings.made(), picture);
        source = given.file();
        proof = Files.createTempFile("huimages-bench", ".jpeg");
        target = Files.createTempFile("huimages-bench", ".webp");
        plan = Optional.of(RenditionPlan.proof(given.header()));
        engine = Optional.of(VipsEngine.open(Optional.of(settings.libvips()), settings.work()));
        proof();
    }

    @Benchmark
    public void proof() {
        engine.orElseThrow().render(source, plan.orElseThrow(), proof, new RenderControl());
    }

    /// With the look at the proof's header that belongs to it.
    @Benchmark
    public void placeholder() {
        RenditionPlan tiny = RenditionPlan.placeholder(HeaderProbe.probe(proof));
        engine.orElseThrow().render(proof, tiny, target, new RenderControl());
    }

    @TearDown
    public void close() throws IOException {
        engine.orElseThrow().releaseThread();
        Files.delete(proof);
        Files.delete(target);
    }
}
