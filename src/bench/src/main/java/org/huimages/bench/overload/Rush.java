package org.huimages.bench.overload;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.huimages.bench.measure.CpuShare;
import org.huimages.bench.overload.SteadyHits.Hits;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.server.ServerClient;

/// One run: hits alone, then hits with all the cold requests at once, then quiet.
final class Rush {
    private static final long CALM_MILLIS = 5_000;

    private final BenchServer server;
    private final ServerClient client;
    private final List<String> cold;
    private final List<String> finished;
    private final int addresses;

    /// @param paths of renditions that are to be made; the last ones are made before the rush
    Rush(BenchServer server, List<String> paths, int addresses) {
        this.server = server;
        this.client = server.client();
        this.cold = paths.subList(0, OverloadSettings.COLD);
        this.finished = paths.subList(OverloadSettings.COLD, paths.size());
        this.addresses = addresses;
    }

    RushResult run() throws InterruptedException {
        for (String path : finished) {
            require(client.get(path).join().statusCode());
        }
        hitsAlone(); // both JVMs' compilers warm up
        Hits before = hitsAlone();
        List<ServerClient> clients =
                IntStream.range(0, addresses).mapToObj(client::at).toList();
        CpuShare cpu = new CpuShare(server.pid());
        try (SteadyHits hits = SteadyHits.start(client, finished);
                RssWatch memory = RssWatch.start(server.pid())) {
            List<Answer> answers = askAtOnce(clients);
            Hits during = hits.stop();
            String shares = cpu.text();
            int ready = client.readiness();
            return new RushResult(before, during, answers, shares, memory.peakMegabytes(), ready, atRest());
        } finally {
            clients.forEach(ServerClient::close);
        }
    }

    private static void require(int status) {
        if (status != 200) {
            throw new IllegalStateException("a rendition could not be made before the rush: " + status);
        }
    }

    private Hits hitsAlone() throws InterruptedException {
        try (SteadyHits hits = SteadyHits.start(client, finished)) {
            Thread.sleep(CALM_MILLIS);
            return hits.stop();
        }
    }

    private List<Answer> askAtOnce(List<ServerClient> clients) {
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int number = 0; number < cold.size(); number++) {
            ServerClient one = clients.get(number % clients.size());
            answers.add(Answer.of(System.nanoTime(), one.get(cold.get(number))));
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    /// What libvips has in use when nothing is made any more.
    private Leftover atRest() throws InterruptedException {
        while (client.metric("huimages_renders_active") + client.metric("huimages_renders_queued") > 0) {
            Thread.sleep(100);
        }
        return new Leftover(
                client.metric("huimages_libvips_bytes"),
                client.metric("huimages_libvips_allocations"),
                client.metric("huimages_libvips_files"));
    }

    record Leftover(double bytes, double allocations, double files) {
        @Override
        public String toString() {
            return "%.0f bytes, %.0f buffers, %.0f files".formatted(bytes, allocations, files);
        }
    }
}
