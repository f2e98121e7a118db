package org.huimages.bench.kernel;

import java.util.List;
import java.util.stream.Stream;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.settings.BenchSettings;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// JMH with all of its own options, told which pictures there are.
public final class KernelBenchmarks {
    private KernelBenchmarks() {}

    public static void main(String[] arguments) throws CommandLineOptionException, RunnerException {
        BenchSettings settings = BenchSettings.read();
        var options = new OptionsBuilder().parent(new CommandLineOptions(arguments));
        if (settings.pictures().isPresent()) {
            options.param("picture", names(settings).toArray(String[]::new));
        }
        new Runner(options.build()).run();
    }

    private static Stream<String> names(BenchSettings settings) {
        return Stream.concat(
                settings.megapixels().stream().map(Object::toString),
                settings.pictures().map(Pictures::in).orElse(List.of()).stream()
                        .map(Picture::file)
                        .map(Object::toString));
    }
}
