package org.huimages.bench.pyramid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.bench.measure.CompilerShare;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.measure.TextTable;
import org.huimages.bench.picture.Copies;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.picture.Sizes;
import org.huimages.bench.pyramid.ColdServer.Turn;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.summary.FirstRenditions;
import org.huimages.bench.summary.Result;
import org.huimages.file.Leftovers;
import org.huimages.url.Size;

/// Servers in turns: ours, ours without levels, a small one around sharp, and imgproxy where it can be had. Each
/// request is for another picture, in a size that was not made of it before: in each round the box is another pixel
/// higher, which changes as good as nothing.
final class ColdServers {
    private static final int PICTURES = 60;

    /// With these alone there are all that are asked for.
    private static final int UPLOADS = PICTURES;

    private static final int ROUNDS = 9;
    private static final int WARM_UPS = 15;
    private static final int SMALL = 200;

    /// Java's second compiler takes a method after 5,000 calls, and most are called once or twice for a rendition: with
    /// fewer than 12,000 it would be at work while we measure.
    private static final int FEWEST_SMALL_SIZES = 60;

    private static final int MOST_SMALL_SIZES = 150;

    /// A JVM whose compilers take less than this is warm.
    private static final double COMPILED = 0.02;

    private final BenchSettings settings;
    private final Path folder;
    private final Picture picture;
    private final Copies copies;
    private final List<Result> results = new ArrayList<>();

    ColdServers(BenchSettings settings, Picture picture) throws IOException {
        this.settings = settings;
        this.folder = settings.work().resolve("pyramid");
        this.picture = picture;
        this.copies = new Copies(Files.readAllBytes(picture.file()));
    }

    /// What it has found, for the table of all benchmarks.
    List<Result> results() {
        return List.copyOf(results);
    }

    String tables() throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            Leftovers.removeTree(folder);
        }
        Path files = Files.createDirectories(folder.resolve("pictures"));
        for (int number = 0; number < PICTURES; number++) {
            Files.write(files.resolve("p" + number + ".jpg"), copies.file(number));
        }
        Map<String, String> with = Map.of("HUIMAGES_AVIF", "false");
        Map<String, String> without = Map.of("HUIMAGES_AVIF", "false", "HUIMAGES_PYRAMID", "false");
        try (BenchServer ours = BenchServer.start(folder.resolve("with"), with);
                BenchServer plain = BenchServer.start(folder.resolve("without"), without);
                SharpServer sharp = SharpServer.start(settings.work().resolve("npm"), files)) {
            Optional<ImgproxyServer> imgproxy = ImgproxyServer.start(files);
            try {
                List<ColdServer> servers = Stream.concat(
                                Stream.of(server("ours", ours), server("ours, no levels", plain), sharp.cold()),
                                imgproxy.stream().map(ImgproxyServer::cold))
                        .toList();
                return measure(servers);
            } finally {
                imgproxy.ifPresent(ImgproxyServer::close);
            }
        }
    }

    private ColdServer server(String name, BenchServer server) {
        List<String> ids = IntStream.range(0, PICTURES)
                .mapToObj(number -> copies.id(number).text())
                .toList();
        return new ColdServer(
                name,
                server.client(),
                server.pid(),
                (size, number) -> "/" + size.text() + "/" + ids.get(number) + "/picture.jpeg");
    }

    private String measure(List<ColdServer> servers) throws IOException, InterruptedException {
        for (ColdServer server : servers.subList(0, 2)) {
            warmUp(server);
        }
        if (servers.getFirst().client().metric("huimages_levels_used_total") == 0) {
            throw new IllegalStateException("nothing was made of a level: that would be measured cold");
        }
        UploadCosts uploads = new UploadCosts(picture.name(), copies, servers.get(0), servers.get(1));
        uploads.warmUp();
        results.add(uploads.cpu(UPLOADS));
        results.add(uploads.disk(folder.resolve("with/data/cache")));
        for (int edge = 80; edge < 90; edge++) {
            Size size = new Size.Fit(edge, edge);
            servers.forEach(server -> server.ask(size, PICTURES));
        }
        TextTable rates = requests(servers);
        results.add(uploads.speed());
        results.add(uploads.importing(folder.resolve("import")));
        return told() + "\n" + rates;
    }

    /// So many small renditions that Java's compilers have nothing left to do.
    private void warmUp(ColdServer server) throws InterruptedException, IOException {
        Copies small =
                new Copies(Files.readAllBytes(Pictures.small(settings.made()).file()));
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < SMALL; number++) {
            server.client().upload("small.jpg", ServerClient.body(small.file(number)));
            ids.add(small.id(number).text());
        }
        ColdServer asked = server.with((size, number) -> "/" + size.text() + "/" + ids.get(number) + "/small.jpeg");
        CompilerShare compilers = new CompilerShare(server.pid());
        int sizes = 0;
        double share = 1;
        while (sizes < FEWEST_SMALL_SIZES || (share > COMPILED && sizes < MOST_SMALL_SIZES)) {
            asked.ask(new Size.Fit(20 + sizes, 20 + sizes), SMALL);
            share = compilers.next();
            sizes++;
        }
        System.err.printf(
                "%s: warm after %d small renditions (compilers %.1f %%)%n", server.name(), sizes * SMALL, 100 * share);
    }

    private String told() {
        TextTable table = new TextTable(List.of("what", "of", "with levels", "beside", "that", "ratio"));
        results.stream()
                .filter(result -> !result.part().startsWith(FirstRenditions.PART))
                .map(Result::row)
                .forEach(table::add);
        return table.toString();
    }

    private TextTable requests(List<ColdServer> servers) {
        List<String> head = new ArrayList<>(List.of("picture", "size"));
        servers.forEach(server -> head.add(server.name() + " /s"));
        servers.forEach(server -> head.add("CPU ms"));
        servers.subList(2, servers.size())
                .forEach(other -> head.addAll(List.of("ours/" + other.name(), "no levels/" + other.name())));
        TextTable table = new TextTable(head);
        for (Size size : Sizes.ALL) {
            servers.forEach(server -> server.ask(size, WARM_UPS));
            List<List<Turn>> rounds = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                Size higher = higher(size, round);
                rounds.add(servers.stream()
                        .map(server -> server.ask(higher, PICTURES))
                        .toList());
            }
            table.add(row(size, servers, rounds));
        }
        return table;
    }

    private static Size higher(Size size, int pixels) {
        return switch (size) {
            case Size.Fit(int width, int height) -> new Size.Fit(width, height + pixels);
            case Size.Exact(int width, int height) -> new Size.Exact(width, height + pixels);
            case Size.Original() -> size;
        };
    }

    private List<String> row(Size size, List<ColdServer> servers, List<List<Turn>> rounds) {
        List<String> row = new ArrayList<>(List.of(picture.name(), size.text()));
        for (int server = 0; server < servers.size(); server++) {
            row.add("%.0f".formatted(rate(rounds, server)));
        }
        for (int server = 0; server < servers.size(); server++) {
            int one = server;
            row.add("%.1f".formatted(median(rounds, turns -> turns.get(one).cpu())));
        }
        for (int other = 2; other < servers.size(); other++) {
            row.add("%.2f".formatted(compared(FirstRenditions.PART, size, servers, rounds, 0, other)));
            row.add("%.2f".formatted(compared(FirstRenditions.WITHOUT_LEVELS, size, servers, rounds, 1, other)));
        }
        return row;
    }

    private double compared(
            String part, Size size, List<ColdServer> servers, List<List<Turn>> rounds, int ours, int other) {
        double ratio = median(
                rounds, turns -> turns.get(ours).rate() / turns.get(other).rate());
        results.add(new Result(
                part,
                picture.name() + " " + size.text(),
                rate(rounds, ours),
                servers.get(other).name(),
                rate(rounds, other),
                "/s",
                ratio));
        return ratio;
    }

    private static double rate(List<List<Turn>> rounds, int server) {
        return median(rounds, turns -> turns.get(server).rate());
    }

    private static double median(List<List<Turn>> rounds, ToDoubleFunction<List<Turn>> value) {
        return Statistics.median(rounds.stream().map(value::applyAsDouble).toList());
    }
}
