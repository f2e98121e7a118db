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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.measure.TextTable;

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

                Peak RSS in MB of a new process that makes 20 of these

                %s""".formatted(times(), others().map(this::summary).collect(Collectors.joining("\n")), memory());
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
        List<Turns> row =
                turns.stream().filter(entry -> entry.cell().equals(cell)).toList();
        double ours = Statistics.median(row.stream().map(Turns::ours).toList());
        return row(
                cell.picture().name(),
                cell.size().text(),
                Stream.of(
                        List.of("%.1f".formatted(ours)),
                        row.stream()
                                .map(entry -> "%.1f".formatted(entry.theirs()))
                                .toList(),
                        row.stream()
                                .map(entry -> "%.2f".formatted(entry.ratio()))
                                .toList()));
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

    private TextTable memory() {
        TextTable table = new TextTable(row(
                "picture",
                "size",
                Stream.of(List.copyOf(peaks.values().iterator().next().keySet()))));
        peaks.forEach((cell, row) -> table.add(row(
                cell.picture().name(),
                cell.size().text(),
                Stream.of(row.values().stream().map("%.0f"::formatted).toList()))));
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
