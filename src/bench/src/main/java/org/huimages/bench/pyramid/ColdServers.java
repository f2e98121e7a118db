package org.huimages.bench.pyramid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.bench.measure.ProcessClock;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.measure.TextTable;
import org.huimages.bench.picture.Picture;
import org.huimages.bench.picture.Pictures;
import org.huimages.bench.pyramid.ColdServer.Turn;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.file.Leftovers;
import org.huimages.testkit.JpegSegments;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// Three servers in turns: ours, ours without levels, and a small one around sharp. Each request is for another
/// picture (one picture, each time with another comment in it), in a size that was not made of it before: in each round
/// the box is another pixel higher, which changes as good as nothing.
final class ColdServers {
    private static final int PICTURES = 45;
    private static final int ROUNDS = 5;
    private static final int WARM_UPS = 15;
    private static final int SMALL = 200;
    private static final int SMALL_SIZES = 20;
    private static final int BEHIND_MILLIS = 200;
    private static final int COMMENT = 0xFE;
    private static final double NANOS_A_MILLI = 1e6;

    private final Path folder;
    private final Path npm;
    private final Picture picture;
    private final byte[] bytes;

    ColdServers(BenchSettings settings, Picture picture) throws IOException {
        this.folder = settings.work().resolve("pyramid");
        this.npm = settings.work().resolve("npm");
        this.picture = picture;
        this.bytes = Files.readAllBytes(picture.file());
    }

    String tables() throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            Leftovers.removeTree(folder);
        }
        Path files = Files.createDirectories(folder.resolve("pictures"));
        for (int number = 0; number < WARM_UPS + PICTURES; number++) {
            Files.write(files.resolve("p" + number + ".jpg"), file(number));
        }
        Map<String, String> with = Map.of("HUIMAGES_AVIF", "false");
        Map<String, String> without = Map.of("HUIMAGES_AVIF", "false", "HUIMAGES_PYRAMID", "false");
        try (BenchServer ours = BenchServer.start(folder.resolve("with"), with);
                BenchServer plain = BenchServer.start(folder.resolve("without"), without);
                SharpServer sharp = SharpServer.start(npm, files)) {
            List<ColdServer> servers = List.of(
                    new ColdServer("ours", ours.client(), new ProcessClock(ours.pid()), ids()),
                    new ColdServer("ours, no levels", plain.client(), new ProcessClock(plain.pid()), ids()),
                    new ColdServer("sharp", sharp.client(), new ProcessClock(sharp.pid()), names()));
            warmUp(servers.get(0), servers.get(1));
            String uploads = uploads(servers.get(0), servers.get(1));
            for (int edge = 80; edge < 85; edge++) {
                String size = edge + "x" + edge;
                servers.forEach(server -> server.ask(size, 0, WARM_UPS + PICTURES));
            }
            return uploads + disk() + "\n" + requests(servers);
        }
    }

    /// So many small renditions that Java's compiler has nothing left to do.
    private static void warmUp(ColdServer... servers) throws InterruptedException, IOException {
        byte[] small =
                Files.readAllBytes(Pictures.small(BenchSettings.read().made()).file());
        List<byte[]> files = IntStream.range(0, SMALL)
                .mapToObj(number -> file(small, number))
                .toList();
        for (ColdServer server : servers) {
            for (byte[] file : files) {
                server.client().upload("small.jpg", ServerClient.body(file));
            }
            ColdServer asked = server.with(files.stream()
                    .map(file -> "/SIZE/" + id(file) + "/small.jpeg")
                    .toList());
            for (int edge = 20; edge < 20 + SMALL_SIZES; edge++) {
                asked.ask(edge + "x" + edge, 0, SMALL);
            }
        }
    }

    /// Both are sent the same, in turns; those of the warm-up are not counted. Levels that follow behind are.
    private String uploads(ColdServer with, ColdServer without) throws InterruptedException {
        List<Double> ratios = new ArrayList<>();
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int number = 0; number < WARM_UPS + PICTURES; number++) {
            double first = upload(with, number);
            double second = upload(without, number);
            if (number >= WARM_UPS) {
                ours.add(first);
                plain.add(second);
                ratios.add(first / second);
            }
        }
        return "%s, %d kB: an upload takes %.1f ms of CPU with levels, %.1f without: %.2f times as much%n"
                .formatted(
                        picture.name(),
                        bytes.length >> 10,
                        Statistics.median(ours),
                        Statistics.median(plain),
                        Statistics.median(ratios));
    }

    private double upload(ColdServer server, int number) throws InterruptedException {
        byte[] file = file(number);
        long start = server.clock().nanos();
        server.client().upload("picture.jpg", ServerClient.body(file));
        Thread.sleep(BEHIND_MILLIS); // asking is not free
        while (server.client().metric("huimages_levels_waiting") > 0) {
            Thread.sleep(BEHIND_MILLIS);
        }
        return (server.clock().nanos() - start) / NANOS_A_MILLI;
    }

    private String disk() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("with/data/cache"))) {
            long levels = all.filter(file -> String.valueOf(file.getFileName()).matches("p[0-9]+\\.jpeg"))
                    .mapToLong(file -> (file.toFile().length() + 4095) / 4096 * 4096)
                    .sum();
            double originals = (double) bytes.length * (WARM_UPS + PICTURES);
            return "levels take %.0f MB for 1000 pictures of %.0f MB: %.1f %% more%n"
                    .formatted(
                            levels * 1000.0 / (WARM_UPS + PICTURES) / (1 << 20),
                            bytes.length * 1000.0 / (1 << 20),
                            100 * levels / originals);
        }
    }

    private String requests(List<ColdServer> servers) {
        TextTable table = new TextTable(List.of(
                "picture",
                "size",
                "ours /s",
                "no levels /s",
                "sharp /s",
                "ours/sharp",
                "no levels/sharp",
                "ours CPU ms",
                "no levels",
                "sharp"));
        for (Size size : LevelKernel.SIZES) {
            servers.forEach(server -> server.ask(size.text(), 0, WARM_UPS));
            List<List<Turn>> rounds = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                String higher = higher(size, round).text();
                rounds.add(servers.stream()
                        .map(server -> server.ask(higher, 0, WARM_UPS + PICTURES))
                        .toList());
            }
            table.add(row(size, rounds));
        }
        return table.toString();
    }

    private static Size higher(Size size, int pixels) {
        return switch (size) {
            case Size.Fit(int width, int height) -> new Size.Fit(width, height + pixels);
            case Size.Exact(int width, int height) -> new Size.Exact(width, height + pixels);
            case Size.Original() -> size;
        };
    }

    private List<String> row(Size size, List<List<Turn>> rounds) {
        return List.of(
                picture.name(),
                size.text(),
                "%.0f".formatted(median(rounds, turns -> turns.get(0).rate())),
                "%.0f".formatted(median(rounds, turns -> turns.get(1).rate())),
                "%.0f".formatted(median(rounds, turns -> turns.get(2).rate())),
                "%.2f"
                        .formatted(median(
                                rounds,
                                turns -> turns.get(0).rate() / turns.get(2).rate())),
                "%.2f"
                        .formatted(median(
                                rounds,
                                turns -> turns.get(1).rate() / turns.get(2).rate())),
                "%.1f".formatted(median(rounds, turns -> turns.get(0).cpu())),
                "%.1f".formatted(median(rounds, turns -> turns.get(1).cpu())),
                "%.1f".formatted(median(rounds, turns -> turns.get(2).cpu())));
    }

    private static double median(List<List<Turn>> rounds, ToDoubleFunction<List<Turn>> value) {
        return Statistics.median(rounds.stream().map(value::applyAsDouble).toList());
    }

    private byte[] file(int number) {
        return file(bytes, number);
    }

    private static byte[] file(byte[] bytes, int number) {
        byte[] comment = ("picture " + number).getBytes(StandardCharsets.US_ASCII);
        return JpegSegments.insert(bytes, JpegSegments.segment(COMMENT, comment));
    }

    private List<String> ids() {
        return IntStream.range(0, WARM_UPS + PICTURES)
                .mapToObj(number -> "/SIZE/" + id(file(number)) + "/picture.jpeg")
                .toList();
    }

    private static List<String> names() {
        return IntStream.range(0, WARM_UPS + PICTURES)
                .mapToObj(number -> "/SIZE/p" + number + ".jpeg")
                .toList();
    }

    private static ImageId id(byte[] file) {
        try {
            return ImageId.of(MessageDigest.getInstance("SHA-1").digest(file), "01");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
