package org.huimages.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.measure.TextTable;
import org.huimages.bench.summary.Result;
import org.jspecify.annotations.Nullable;

/// What came out, for the eye and for programs.
final class Report {
    private final List<Turns> turns = new ArrayList<>();
    private final Map<Cell, Map<String, Double>> peaks = new LinkedHashMap<>();

    void add(Turns result) {
        turns.add(result);
    }

    void add(Cell cell, Tool tool, double peakMegabytes) {
        peaks.computeIfAbsent(cell, row -> new LinkedHashMap<>()).put(tool.name(), peakMegabytes);
    }

    String text() {
        return """

                CPU ms for one rendition (medians), and what ours takes of another's (medians of the pairs' ratios)

                %s
                %s

                Peak RSS in MB of a new process that makes %d of these

                %s""".formatted(
                        times(),
                        others().map(this::summary).collect(Collectors.joining("\n")),
                        Comparison.RENDITIONS_FOR_MEMORY,
                        memory());
    }

    private TextTable times() {
        List<String> others = others().toList();
        TextTable table = new TextTable(row(
                "picture",
                "size",
                Stream.of(
                        List.of("ours"),
                        others,
                        others.stream().map("ours/"::concat).toList())));
        turns.stream().map(Turns::cell).distinct().forEach(cell -> table.add(times(cell)));
        return table;
    }

    private List<String> times(Cell cell) {
        double ours = Statistics.median(row(cell).map(Turns::ours).toList());
        return row(
                cell.picture().name(),
                cell.size().text(),
                Stream.of(
                        List.of("%.1f".formatted(ours)),
                        others().map(other -> text(cell, other, "%.1f", Turns::theirs))
                                .toList(),
                        others().map(other -> text(cell, other, "%.2f", Turns::ratio))
                                .toList()));
    }

    private Stream<Turns> row(Cell cell) {
        return turns.stream().filter(entry -> entry.cell().equals(cell));
    }

    /// Empty where this tool cannot make that.
    private String text(Cell cell, String other, String format, ToDoubleFunction<Turns> value) {
        return row(cell)
                .filter(entry -> entry.other().equals(other))
                .map(entry -> format.formatted(value.applyAsDouble(entry)))
                .findFirst()
                .orElse("");
    }

    /// For the table of all benchmarks.
    List<Result> results() {
        return turns.stream()
                .map(entry -> new Result(
                        "kernel",
                        entry.cell().toString(),
                        entry.ours(),
                        entry.other(),
                        entry.theirs(),
                        "ms",
                        entry.ratio()))
                .toList();
    }

    private static List<String> row(String picture, String size, Stream<List<String>> others) {
        return Stream.concat(Stream.of(picture, size), others.flatMap(List::stream))
                .toList();
    }

    private String summary(String other) {
        List<Turns> rows =
                turns.stream().filter(row -> row.other().equals(other)).toList();
        Turns worst =
                rows.stream().max(Comparator.comparingDouble(Turns::ratio)).orElseThrow();
        double mean = Statistics.geometricMean(rows.stream().map(Turns::ratio).toList());
        return "ours / %s: geometric mean %.3f, worst %.3f (%s); %s"
                .formatted(
                        other,
                        mean,
                        worst.ratio(),
                        worst.cell(),
                        Likeness.tell(rows.stream().map(Turns::likeness).toList()));
    }

    private Stream<String> others() {
        return turns.stream().map(Turns::other).distinct();
    }

    private Stream<String> tools() {
        return peaks.values().stream().flatMap(row -> row.keySet().stream()).distinct();
    }

    private static String megabytes(@Nullable Double peak) {
        return peak == null ? "" : "%.0f".formatted(peak);
    }

    private TextTable memory() {
        TextTable table = new TextTable(row("picture", "size", Stream.of(tools().toList())));
        peaks.forEach((cell, row) -> table.add(row(
                cell.picture().name(),
                cell.size().text(),
                Stream.of(tools().map(tool -> megabytes(row.get(tool))).toList()))));
        return table;
    }

    /// One line for each pair, so that everything else can be worked out anew.
    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>(List.of("picture,size,other,pair,ours_cpu_ms,other_cpu_ms"));
        turns.stream().flatMap(Report::lines).forEach(lines::add);
        Files.write(file, lines);
    }

    private static Stream<String> lines(Turns row) {
        return IntStream.range(0, row.pairs().size())
                .mapToObj(pair -> String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%d,%.3f,%.3f",
                        row.cell().picture().name(),
                        row.cell().size().text(),
                        row.other(),
                        pair + 1,
                        row.pairs().get(pair).ours(),
                        row.pairs().get(pair).theirs()));
    }
}
