package org.huimages.bench.overload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.overload.SteadyHits.Hits;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.file.Leftovers;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.ImageId;

/// A few pictures are asked for in random sizes, as fast as they are answered, from a server whose cache is small,
/// while others ask for a finished rendition: does the cache stay within its quota, and how long do those wait?
public final class RandomSizes {
    private static final long QUOTA = 20L << 20;
    private static final int WIDTH = 1000;
    private static final int HEIGHT = 750;
    private static final int PICTURES = 10;
    private static final int ASKERS = 8;
    private static final int LARGEST = 800;

    private final Path folder = BenchSettings.read().work().resolve("sizes");
    private final Duration time = Duration.ofSeconds(Long.getLong("huimages.bench.seconds", 300));
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();
    private double most;
    private double mostOnDisk;

    private RandomSizes() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new RandomSizes().run();
    }

    private void run() throws IOException, InterruptedException {
        if (Files.exists(folder)) {
            Leftovers.removeTree(folder);
        }
        List<byte[]> pictures = IntStream.range(0, PICTURES)
                .mapToObj(seed -> PictureMaker.jpeg(PictureMaker.photo(WIDTH, HEIGHT, seed)))
                .toList();
        Map<String, String> environment = Map.of("HUIMAGES_CACHE_MAX", QUOTA + "", "HUIMAGES_CACHE_MIN_FREE", "1MB");
        try (BenchServer server = BenchServer.start(folder, environment)) {
            for (byte[] picture : pictures) {
                server.client().upload("picture.jpg", ServerClient.body(picture));
            }
            List<String> paths = pictures.stream().map(RandomSizes::path).toList();
            server.client().get(paths.getFirst()).join();
            flood(server.client(), paths);
        }
        Leftovers.removeTree(folder);
    }

    private static String path(byte[] picture) {
        try {
            ImageId id = ImageId.of(MessageDigest.getInstance("SHA-1").digest(picture), "01");
            return "/" + OverloadSettings.SIZE + "/" + id + "/picture.jpeg";
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void flood(ServerClient client, List<String> paths) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        try (SteadyHits hits = SteadyHits.start(client, List.of(paths.getFirst()))) {
            CompletableFuture<?>[] askers = IntStream.range(0, ASKERS)
                    .mapToObj(seed -> CompletableFuture.runAsync(
                            () -> ask(client, paths, new Random(seed), end),
                            task -> Thread.ofVirtual().start(task)))
                    .toArray(CompletableFuture[]::new);
            while (Instant.now().isBefore(end)) {
                most = Math.max(most, client.metric("huimages_cache_bytes"));
                mostOnDisk = Math.max(mostOnDisk, onDisk());
                Thread.sleep(500);
            }
            CompletableFuture.allOf(askers).join();
            report(client, hits.stop());
        }
    }

    private void ask(ServerClient client, List<String> paths, Random random, Instant end) {
        while (Instant.now().isBefore(end)) {
            String size = random.nextInt(50, LARGEST) + "x" + random.nextInt(50, LARGEST);
            String path = paths.get(random.nextInt(paths.size())).replace(OverloadSettings.SIZE, size);
            int status = client.get(path).join().statusCode();
            (status == 200 ? made : others).incrementAndGet();
        }
    }

    /// By du(1), with what is in the making, but without the links to originals.
    private double onDisk() {
        try {
            Process du = new ProcessBuilder(
                            "du",
                            "-sk",
                            "--exclude=o.*",
                            folder.resolve("data/cache").toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(du.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Long.parseLong(text.split("\t", -1)[0]) * 1024.0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void report(ServerClient client, Hits hits) throws InterruptedException {
        System.out.printf(
                "%d s: %d random sizes, %d other answers; %.0f evicted, %.0f not kept%n"
                        + "the cache took at most %.1f %% of its quota by its books, %.1f %% by du with what was in the"
                        + " making%n"
                        + "%d hits beside: p50 %.1f ms, p99 %.1f ms, %d failed%n",
                time.toSeconds(),
                made.get(),
                others.get(),
                client.metric("huimages_cache_evicted_total"),
                client.metric("huimages_cache_not_kept_total"),
                100 * most / QUOTA,
                100 * mostOnDisk / QUOTA,
                hits.answers().size(),
                Statistics.median(hits.millis()),
                Statistics.percentile(hits.millis(), 99),
                hits.failures());
    }
}
