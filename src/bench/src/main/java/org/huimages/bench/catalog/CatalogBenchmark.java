package org.huimages.bench.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.Statistics;
import org.huimages.store.h2.H2Catalog;

/// Fills embedded catalogs of several sizes, asks each thousands of times, then a real server on it, and prints what a
/// call takes and how that grows.
///
/// The first argument is a folder for the catalogs, the second `delete`, or `keep` for the next time, which goes on
/// with what is there; the others are the numbers of pictures (1000 100000 1000000).
public final class CatalogBenchmark {
    private static final List<String> SIZES = List.of("1000", "100000", "1000000");
    private static final int READINGS = 2000;
    private static final int WRITINGS = 200;
    private static final int MEDIAN = 50;
    private static final int SLOWEST = 99;
    private static final int OPTIONS = 2;

    private final Path folder;
    private final boolean keep;
    private final Growth growth = new Growth();

    private CatalogBenchmark(Path folder, boolean keep) {
        this.folder = folder;
        this.keep = keep;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        List<String> given = List.of(arguments);
        List<String> sizes = given.size() > OPTIONS ? given.subList(OPTIONS, given.size()) : SIZES;
        CatalogBenchmark benchmark =
                new CatalogBenchmark(Path.of(given.getFirst()), given.get(1).equals("keep"));
        benchmark.warmUp();
        for (String size : sizes) {
            benchmark.run(Integer.parseInt(size));
        }
    }

    /// Has all code compiled, so that the first size is measured like the last.
    private void warmUp() throws IOException {
        int pictures = Integer.parseInt(SIZES.getFirst());
        Path warm = folder.resolve("warm-up");
        fill(warm, pictures);
        try (H2Catalog catalog = H2Catalog.open(warm)) {
            Calls calls = new Calls(catalog, pictures);
            calls.reading().forEach(call -> Timing.of(call, READINGS));
            calls.writing().forEach(call -> Timing.of(call, WRITINGS));
        }
        Folders.delete(warm);
    }

    private void run(int pictures) throws IOException, InterruptedException {
        Path place = folder.resolve(Integer.toString(pictures));
        System.out.printf(Locale.ROOT, "%n%,d pictures", pictures);
        Path catalogFolder = place.resolve("data").resolve("catalog");
        fill(catalogFolder, pictures);
        runEmbedded(catalogFolder, pictures);
        runServed(place, pictures);
        if (!keep) {
            Folders.delete(place);
        }
    }

    private void runEmbedded(Path place, int pictures) throws IOException {
        long start = System.nanoTime();
        try (H2Catalog catalog = H2Catalog.open(place)) {
            System.out.printf(
                    Locale.ROOT, ", opened in %.0f ms, %,d MB%n", (System.nanoTime() - start) / 1e6, megabytes(place));
            System.out.printf(
                    Locale.ROOT,
                    "%-24s %9s  %9s %9s  %9s %9s  %7s%n",
                    "milliseconds",
                    "results",
                    "p50",
                    "p99",
                    "CPU p50",
                    "p99",
                    "growth");
            ask(new Calls(catalog, pictures));
            System.out.printf(Locale.ROOT, "%,d MB%n", megabytes(place));
        }
    }

    private void runServed(Path place, int pictures) throws IOException, InterruptedException {
        System.out.printf(Locale.ROOT, "%-24s %9s %9s  %7s%n", "inside the server", "p50", "p99", "growth");
        new AskedServer(pictures, READINGS).ask(place).forEach(this::print);
    }

    private void print(String call, List<Double> millis) {
        double median = Statistics.percentile(millis, MEDIAN);
        System.out.printf(
                Locale.ROOT,
                "%-24s %9.3f %9.3f  %7.2f%n",
                call,
                median,
                Statistics.percentile(millis, SLOWEST),
                growth.of("served: " + call, median));
    }

    private void ask(Calls calls) {
        for (Calls.Call call : calls.reading()) {
            Timing.of(call, READINGS / 4);
            print(call.name(), Timing.of(call, READINGS), READINGS);
        }
        for (Calls.Call call : calls.writing()) {
            print(call.name(), Timing.of(call, WRITINGS), WRITINGS);
        }
    }

    /// Unless that was done another time.
    private static void fill(Path place, int pictures) throws IOException {
        Path whole = place.resolve("whole");
        if (Files.exists(whole)) {
            return;
        }
        Folders.delete(place);
        long start = System.nanoTime();
        try (H2Catalog catalog = H2Catalog.open(place)) {
            catalog.saveAll(SampleCatalog.pictures(0, pictures));
        }
        System.out.printf(Locale.ROOT, ", loaded in %.1f s", (System.nanoTime() - start) / 1e9);
        Files.createFile(whole);
    }

    /// @param times how many calls were timed; growth is against the median of the first size
    private void print(String name, Timing timing, int times) {
        double median = Statistics.percentile(timing.cpu(), MEDIAN);
        System.out.printf(
                Locale.ROOT,
                "%-24s %9.1f  %9.3f %9.3f  %9.3f %9.3f  %7.2f%n",
                name,
                (double) timing.results() / times,
                Statistics.percentile(timing.wall(), MEDIAN),
                Statistics.percentile(timing.wall(), SLOWEST),
                median,
                Statistics.percentile(timing.cpu(), SLOWEST),
                growth.of(name, median));
    }

    private static long megabytes(Path place) throws IOException {
        return Files.size(place.resolve("catalog.mv.db")) >> 20;
    }
}
