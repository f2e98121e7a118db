package org.huimages.bench.start;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.measure.TextTable;
import org.huimages.bench.settings.BenchSettings;

/// Time from the start of Java until the first answer: an empty Tomcat beside one with huImages, of the same
/// configuration, in turns. The WAR is unpacked already, but for the first line.
public final class StartUp {
    private static final String EMPTY = "empty Tomcat";
    private static final String FIRST = "huImages, first start";
    private static final String AGAIN = "huImages";

    private final BenchSettings settings = BenchSettings.read();
    private final Path folder = settings.work().resolve("start");

    private StartUp() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new StartUp().run();
    }

    private void run() throws IOException, InterruptedException {
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        for (int round = 0; round < settings.pairs(); round++) {
            Folders.delete(folder);
            StockServer empty = StockServer.empty(folder.resolve("empty"));
            StockServer full = StockServer.with(folder.resolve("full"), Path.of(BenchSettings.required("server.war")));
            add(seconds, FIRST, full);
            add(seconds, EMPTY, empty);
            add(seconds, AGAIN, full);
        }
        Folders.delete(folder);
        print(seconds);
    }

    private static void add(Map<String, List<Double>> seconds, String name, StockServer server)
            throws IOException, InterruptedException {
        seconds.computeIfAbsent(name, _ -> new ArrayList<>()).add(server.secondsToAnswer());
    }

    private void print(Map<String, List<Double>> seconds) {
        TextTable table = new TextTable(List.of("server", "", "seconds", "least", "most"));
        seconds.forEach((name, times) -> table.add(List.of(
                name,
                "",
                text(Statistics.median(times)),
                text(least(times)),
                text(Statistics.percentile(times, 100)))));
        System.out.printf(
                Locale.ROOT,
                "%nmedians of %d%n%n%s%nhuImages is ready %s s after an empty Tomcat would be%n",
                settings.pairs(),
                table,
                text(median(seconds, AGAIN) - median(seconds, EMPTY)));
    }

    private static double median(Map<String, List<Double>> seconds, String name) {
        return Statistics.median(seconds.getOrDefault(name, List.of()));
    }

    private static double least(List<Double> times) {
        return Statistics.percentile(times, 0);
    }

    private static String text(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }
}
