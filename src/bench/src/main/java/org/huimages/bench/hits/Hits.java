package org.huimages.bench.hits;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huimages.bench.hits.HitFiles.Kind;
import org.huimages.bench.hits.Load.Cost;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.measure.TextTable;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.summary.Result;
import org.huimages.bench.summary.Results;

/// CPU time for one finished picture: our nginx file beside a plain one, Tomcat alone beside a bare servlet in the
/// same Tomcat. All take turns, each asked for the same files; ratios are those of one round, the median counts.
public final class Hits {
    private static final int SECONDS = 2;
    private static final int WARM_UP = 8;
    private static final List<String> RATIOS =
            List.of("our nginx/plain nginx", "Tomcat/bare servlet", "Tomcat/plain nginx");

    private final BenchSettings settings = BenchSettings.read();
    private final Path folder = settings.work().resolve("hits");
    private final Load load = new Load(Path.of(BenchSettings.required("hits.script")), folder);

    private Hits() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Hits().run();
    }

    private void run() throws IOException, InterruptedException {
        Folders.delete(folder);
        HitFiles files = HitFiles.make(folder.resolve("data"));
        Path conf = BareApplication.addTo(Path.of(BenchSettings.required("server.conf")), folder, files.cache());
        try (BenchServer tomcat = BenchServer.start(folder, conf, Map.of());
                BenchNginx plain = BenchNginx.plain(folder.resolve("plain"), files.cache());
                BenchNginx ours = BenchNginx.ours(folder.resolve("ours"), files.cache(), tomcat.port())) {
            List<Long> server = List.of(tomcat.pid());
            measure(List.of(
                    new Way("plain nginx", plain.port(), plain.pids(), files::paths),
                    new Way("our nginx", ours.port(), ours.pids(), files::addresses),
                    new Way("Tomcat", tomcat.port(), server, files::addresses),
                    new Way(
                            "bare servlet",
                            tomcat.port(),
                            server,
                            kind -> files.paths(kind).stream()
                                    .map("/bare"::concat)
                                    .toList())));
        }
        Folders.delete(folder);
    }

    private void measure(List<Way> ways) throws IOException, InterruptedException {
        TextTable costs = new TextTable(List.of("file", "sent by", "CPU us", "requests/s"));
        TextTable ratios = new TextTable(List.of("file", "CPU of", "ratio"));
        List<Result> results = new ArrayList<>();
        for (Kind kind : HitFiles.KINDS) {
            for (Way way : ways) {
                load.run(way, kind, WARM_UP);
            }
            List<Map<String, Cost>> rounds = new ArrayList<>();
            for (int round = 0; round < settings.pairs(); round++) {
                rounds.add(round(ways, kind));
            }
            ways.forEach(way -> costs.add(List.of(
                    kind.toString(),
                    way.name(),
                    text(
                            "%.1f",
                            rounds.stream().map(round -> cost(round, way.name()).micros())),
                    text(
                            "%.0f",
                            rounds.stream().map(round -> cost(round, way.name()).pace())))));
            RATIOS.forEach(ratio -> {
                ratios.add(List.of(
                        kind.toString(), ratio, text("%.2f", rounds.stream().map(round -> ratio(round, ratio)))));
                results.add(result(kind, ratio, rounds));
            });
        }
        Results.write(settings, "hits", results);
        System.out.printf("%nmedians of %d rounds%n%n%s%n%s", settings.pairs(), costs, ratios);
    }

    private Map<String, Cost> round(List<Way> ways, Kind kind) throws IOException, InterruptedException {
        Map<String, Cost> round = new LinkedHashMap<>();
        for (Way way : ways) {
            round.put(way.name(), load.run(way, kind, SECONDS));
        }
        return round;
    }

    private static Result result(Kind kind, String ratio, List<Map<String, Cost>> rounds) {
        String[] names = ratio.split("/", 2);
        return new Result(
                "hits",
                kind + ", " + names[0],
                median(rounds.stream().map(round -> cost(round, names[0]).micros())),
                names[1],
                median(rounds.stream().map(round -> cost(round, names[1]).micros())),
                "us",
                median(rounds.stream().map(round -> ratio(round, ratio))));
    }

    private static double ratio(Map<String, Cost> round, String ratio) {
        String[] names = ratio.split("/", 2);
        return cost(round, names[0]).micros() / cost(round, names[1]).micros();
    }

    private static Cost cost(Map<String, Cost> round, String name) {
        return Objects.requireNonNull(round.get(name), name);
    }

    private static String text(String format, Stream<Double> values) {
        return String.format(Locale.ROOT, format, median(values));
    }

    private static double median(Stream<Double> values) {
        return Statistics.median(values.toList());
    }
}
