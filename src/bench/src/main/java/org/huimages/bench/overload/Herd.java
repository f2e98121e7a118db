package org.huimages.bench.overload;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.huimages.bench.measure.CpuShare;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.overload.SteadyHits.Hits;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;
import org.huimages.bench.summary.Result;
import org.huimages.bench.summary.Results;

/// A thousand connections ask for one large picture in a size that is not there yet, while others ask for a
/// finished one: it is made once, everybody gets it, and who waits for it is in nobody's way.
public final class Herd {
    private static final int CONNECTIONS = 1_000;

    private Herd() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        OverloadSettings settings = OverloadSettings.read();
        Folders.delete(settings.folder());
        Originals originals = Originals.make();
        try (BenchServer server = BenchServer.start(settings.folder())) {
            originals.upload(server.client(), 2);
            System.out.print(run(server, originals.paths(2), settings.addresses()));
        }
        Folders.delete(settings.folder());
    }

    private static String run(BenchServer server, List<String> paths, int addresses)
            throws InterruptedException, IOException {
        server.client().get(paths.getFirst()).join();
        double before = made(server);
        List<ServerClient> clients =
                IntStream.range(0, addresses).mapToObj(server.client()::at).toList();
        CpuShare cpu = new CpuShare(server.pid());
        try (SteadyHits hits = SteadyHits.start(server.client(), paths.subList(0, 1))) {
            List<Answer> answers = IntStream.range(0, CONNECTIONS)
                    .mapToObj(number -> Answer.of(
                            System.nanoTime(), clients.get(number % addresses).get(paths.getLast())))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            Hits during = hits.stop();
            Results.write(
                    BenchSettings.read(),
                    "herd",
                    List.of(Result.of(
                            "herd",
                            CONNECTIONS + " for one picture, the last",
                            answers.stream().mapToDouble(Answer::millis).max().orElseThrow(),
                            "finished ones meanwhile, 99 %",
                            Statistics.percentile(during.millis(), 99),
                            "ms")));
            return """
                    %d connections for one cold picture: %d answered 200, %.0f render, the last after %.0f ms
                    100 hits a second meanwhile: %d, %d of them failed, median %.1f ms, 99 %% within %.1f ms
                    CPU: %s
                    """.formatted(
                    CONNECTIONS,
                    answers.stream().filter(answer -> answer.status() == 200).count(),
                    made(server) - before,
                    answers.stream().mapToDouble(Answer::millis).max().orElseThrow(),
                    during.answers().size(),
                    during.failures(),
                    Statistics.median(during.millis()),
                    Statistics.percentile(during.millis(), 99),
                    cpu.text());
        } finally {
            clients.forEach(ServerClient::close);
        }
    }

    private static double made(BenchServer server) throws InterruptedException {
        return server.client().metric("huimages_renders_total");
    }
}
