package org.huimages.bench.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.huimages.store.h2.H2Catalog;

/// Fills embedded catalogs of several sizes, asks each thousands of times, and prints what a call takes and how that
/// grows.
///
/// The first argument is an empty folder for the catalogs, which are deleted afterwards; the others are the numbers
/// of pictures (1000 100000 1000000).
public final class CatalogBenchmark {
    private static final List<String> SIZES = List.of("1000", "100000", "1000000");
    private static final int READINGS = 4000;
    private static final int WRITINGS = 200;
    private static final int MEDIAN = 50;
    private static final int SLOWEST = 99;

    private final Path folder;
    private final Map<String, Double> medians = new HashMap<>();

    private CatalogBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        List<String> sizes = given.size() > 1 ? given.subList(1, given.size()) : SIZES;
        CatalogBenchmark benchmark = new CatalogBenchmark(Path.of(given.getFirst()));
        benchmark.warmUp();
        for (String size : sizes) {
            benchmark.run(Integer.parseInt(size));
        }
    }

    /// Has all code compiled, so that the first size is measured like the last.
    private void warmUp() throws IOException {
        int pictures = Integer.parseInt(SIZES.getFirst());
        try (H2Catalog catalog = filled(pictures)) {
            Calls calls = new Calls(catalog, pictures);
            calls.reading().forEach(call -> Timing.of(call, READINGS));
            calls.writing().forEach(call -> Timing.of(call, WRITINGS));
        }
        delete();
    }

    private void run(int pictures) throws IOException {
        long start = System.nanoTime();
        try (H2Catalog catalog = filled(pictures)) {
            print(
                    "%n%,d pictures, loaded in %.1f s, %,d MB%n",
                    pictures, (System.nanoTime() - start) / 1e9, megabytes());
            print(
                    "%-24s %9s  %9s %9s  %9s %9s  %7s%n",
                    "milliseconds", "results", "p50", "p99", "CPU p50", "p99", "growth");
            Calls calls = new Calls(catalog, pictures);
            for (Calls.Call call : calls.reading()) {
                Timing.of(call, READINGS / 4);
                print(call.name(), Timing.of(call, READINGS), READINGS);
            }
            for (Calls.Call call : calls.writing()) {
                print(call.name(), Timing.of(call, WRITINGS), WRITINGS);
            }
            print(
                    "%,d MB after %d writings%n",
                    megabytes(), WRITINGS * calls.writing().size());
        }
        delete();
    }

    private H2Catalog filled(int pictures) {
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            catalog.saveAll(SampleCatalog.pictures(0, pictures));
        }
        return H2Catalog.open(folder);
    }

    /// @param times how many calls were timed; growth is against the median of the first size
    private void print(String name, Timing timing, int times) {
        double median = Timing.percentile(timing.cpu(), MEDIAN);
        double first = medians.computeIfAbsent(name, key -> median);
        print(
                "%-24s %9.1f  %9.3f %9.3f  %9.3f %9.3f  %7.2f%n",
                name,
                (double) timing.results() / times,
                Timing.percentile(timing.wall(), MEDIAN),
                Timing.percentile(timing.wall(), SLOWEST),
                median,
                Timing.percentile(timing.cpu(), SLOWEST),
                median / first);
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }

    private long megabytes() throws IOException {
        return Files.size(file()) >> 20;
    }

    private void delete() throws IOException {
        Files.delete(file());
        try (Stream<Path> left = Files.list(folder)) {
            for (Path trace : left.toList()) {
                Files.delete(trace);
            }
        }
    }

    private Path file() {
        return folder.resolve("catalog.mv.db");
    }
}
