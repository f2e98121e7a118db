package org.huimages.bench.pyramid;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.huimages.bench.measure.CompilerShare;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.ProcessClock;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.picture.Copies;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.summary.Result;

/// What it costs to bring pictures in, with levels and without, in turns.
final class UploadCosts {
    private static final int BEHIND_MILLIS = 200;
    private static final int SENDERS = 4;
    private static final int IN_A_ROUND = 20;
    private static final int ROUNDS = 3;

    /// Java's compilers come to rest slowly here: in a second of uploads most methods are called a few dozen times.
    /// After 300, and after 1000, they take 3 to 6 % still.
    private static final int MOST_WARM_UPS = 300;

    private static final double COMPILED = 0.05;
    private static final double NANOS_A_MILLI = 1e6;
    private static final double NANOS_A_SECOND = 1e9;
    private static final double MEGA = 1 << 20;
    private static final int BLOCK = 4096;

    private final String picture;
    private final Copies copies;
    private final ColdServer with;
    private final ColdServer without;
    private int next;

    UploadCosts(String picture, Copies copies, ColdServer with, ColdServer without) {
        this.picture = picture;
        this.copies = copies;
        this.with = with;
        this.without = without;
    }

    /// Uploads that do not count, to both: what is done for levels alone has to be as warm as the rest.
    void warmUp() throws InterruptedException {
        CompilerShare first = new CompilerShare(with.pid());
        CompilerShare second = new CompilerShare(without.pid());
        double share = 1;
        while (share > COMPILED && next < MOST_WARM_UPS) {
            List<byte[]> files = nextFiles();
            send(with, files);
            rest(with);
            send(without, files);
            share = Math.max(first.next(), second.next());
        }
        System.err.printf("after %d uploads: compilers take %.1f %%%n", next, 100 * share);
    }

    /// CPU time of `count` single uploads. Levels that follow behind are in it.
    Result cpu(int count) throws InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int upload = 0; upload < count; upload++) {
            ours.add(cpu(with, next));
            plain.add(cpu(without, next));
            next++;
        }
        return result("upload CPU", ours, plain, "ms");
    }

    private double cpu(ColdServer server, int number) throws InterruptedException {
        byte[] file = copies.file(number);
        ProcessClock clock = server.clock();
        long start = clock.nanos();
        server.client().upload("picture.jpg", ServerClient.body(file));
        Thread.sleep(BEHIND_MILLIS); // asking is not free
        rest(server);
        return (clock.nanos() - start) / NANOS_A_MILLI;
    }

    private static void rest(ColdServer server) throws InterruptedException {
        while (server.client().metric("huimages_levels_waiting") > 0) {
            Thread.sleep(BEHIND_MILLIS);
        }
    }

    /// Until all are answered and all levels are made.
    Result speed() throws InterruptedException {
        return speed("upload, 4 at a time", UploadCosts::send);
    }

    /// The same by the command line.
    Result importing(Path folder) throws InterruptedException {
        return speed("import by the command line", (server, files) -> importAll(server, files, folder));
    }

    private Result speed(String of, Sender sender) throws InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<byte[]> files = nextFiles();
            ours.add(speed(with, files, sender));
            plain.add(speed(without, files, sender));
        }
        return result(of, ours, plain, "MB/s");
    }

    private List<byte[]> nextFiles() {
        next += IN_A_ROUND;
        return IntStream.range(next - IN_A_ROUND, next).mapToObj(copies::file).toList();
    }

    private double speed(ColdServer server, List<byte[]> files, Sender sender) throws InterruptedException {
        long start = System.nanoTime();
        sender.send(server, files);
        rest(server);
        double megabytes = files.stream().mapToLong(file -> file.length).sum() / MEGA;
        return megabytes * NANOS_A_SECOND / (System.nanoTime() - start);
    }

    private static void send(ColdServer server, List<byte[]> files) throws InterruptedException {
        try (ExecutorService senders = Executors.newFixedThreadPool(SENDERS)) {
            List<Callable<Boolean>> uploads = files.stream()
                    .<Callable<Boolean>>map(file -> () -> upload(server, file))
                    .toList();
            for (Future<Boolean> upload : senders.invokeAll(uploads)) {
                upload.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean upload(ColdServer server, byte[] file) throws InterruptedException {
        server.client().upload("picture.jpg", ServerClient.body(file));
        return true;
    }

    private static void importAll(ColdServer server, List<byte[]> files, Path folder) throws InterruptedException {
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            for (int number = 0; number < files.size(); number++) {
                Files.write(folder.resolve(number + ".jpg"), files.get(number));
            }
            ProcessBuilder command = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-jar",
                            BenchSettings.required("cli"),
                            "import",
                            "--quiet",
                            "--server",
                            server.client().base().toString(),
                            "--user",
                            "admin",
                            folder.toString())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.INHERIT);
            command.environment().put("HUIMAGES_PASSWORD", ServerClient.PASSWORD);
            if (command.start().waitFor() != 0) {
                throw new IllegalStateException("the import failed");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What levels take, in whole blocks, of what was uploaded so far.
    ///
    /// @param cache of the server that has some
    Result disk(Path cache) throws IOException {
        Set<String> ids = IntStream.range(0, next)
                .mapToObj(number -> copies.id(number).text())
                .collect(Collectors.toSet());
        try (Stream<Path> all = Files.walk(cache)) {
            long levels = all.filter(file -> isLevel(file, ids))
                    .mapToLong(file -> (file.toFile().length() + BLOCK - 1) / BLOCK * BLOCK)
                    .sum();
            return Result.of(
                    "disk of 1000",
                    picture + " levels",
                    levels * 1000.0 / next / MEGA,
                    "originals",
                    copies.length() * 1000.0 / MEGA,
                    "MB");
        }
    }

    private static boolean isLevel(Path file, Set<String> ids) {
        return String.valueOf(file.getFileName()).matches("p[0-9]+\\.jpeg")
                && ids.contains(file.getName(file.getNameCount() - 2).toString());
    }

    private Result result(String of, List<Double> ours, List<Double> plain, String unit) {
        List<Double> ratios = IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round) / plain.get(round))
                .toList();
        return new Result(
                of,
                picture + " with levels",
                Statistics.median(ours),
                "without",
                Statistics.median(plain),
                unit,
                Statistics.median(ratios));
    }

    @FunctionalInterface
    private interface Sender {
        void send(ColdServer server, List<byte[]> files) throws InterruptedException;
    }
}
