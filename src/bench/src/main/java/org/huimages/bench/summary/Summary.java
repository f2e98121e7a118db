package org.huimages.bench.summary;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.huimages.bench.measure.TextTable;
import org.huimages.bench.settings.BenchSettings;

/// Prints what all benchmarks have found in one table, and draws the chart of the README.
public final class Summary {
    private Summary() {}

    public static void main(String[] arguments) throws IOException {
        BenchSettings settings = BenchSettings.read();
        List<Result> results = Results.read(settings);
        System.out.print(table(results));
        if (FirstRenditions.isIn(results)) {
            Path chart = settings.work().resolve("chart.svg");
            Files.writeString(chart, FirstRenditions.of(results).chart().svg());
            System.out.println("\nchart: " + chart);
        }
    }

    static TextTable table(List<Result> results) {
        TextTable table = new TextTable(List.of("part", "of", "ours", "beside", "theirs", "ours/theirs"));
        results.forEach(result -> table.add(result.row()));
        return table;
    }
}
