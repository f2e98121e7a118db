package org.huimages.bench.kernel;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.settings.Quiet;
import org.huimages.vips.VipsCounters;
import org.huimages.vips.VipsEngine;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to call C at all: the cheapest functions there are, three for each reading of the counters. Each
/// takes and gives back a lock of libvips'.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class NativeCallBenchmark {
    private Optional<VipsEngine> engine = Optional.empty();

    @Setup
    public void open() {
        Quiet.please();
        BenchSettings settings = BenchSettings.read();
        engine = Optional.of(VipsEngine.open(Optional.of(settings.libvips()), settings.work()));
    }

    @Benchmark
    @OperationsPerInvocation(3)
    public VipsCounters call() {
        return engine.orElseThrow().counters();
    }
}
