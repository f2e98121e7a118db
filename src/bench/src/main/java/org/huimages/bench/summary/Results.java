package org.huimages.bench.summary;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.bench.settings.BenchSettings;

/// What each benchmark found when it ran last, one file a benchmark.
public final class Results {
    private static final String ENDING = ".tsv";

    private Results() {}

    /// Replaces what the same benchmark has found before.
    public static void write(BenchSettings settings, String benchmark, List<Result> results) throws IOException {
        Path folder = Files.createDirectories(folder(settings));
        Files.write(
                folder.resolve(benchmark + ENDING),
                results.stream().map(Result::line).toList());
    }

    /// Of all benchmarks, in the order in which they ran.
    static List<Result> read(BenchSettings settings) throws IOException {
        try (Stream<Path> files = Files.list(Files.createDirectories(folder(settings)))) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.comparingLong(Results::written))
                    .flatMap(Results::lines)
                    .map(Result::parse)
                    .toList();
        }
    }

    private static long written(Path file) {
        return file.toFile().lastModified();
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path folder(BenchSettings settings) {
        return settings.work().resolve("results");
    }
}
