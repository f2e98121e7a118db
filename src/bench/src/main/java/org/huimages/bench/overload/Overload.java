package org.huimages.bench.overload;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.Statistics;
import org.huimages.bench.server.BenchServer;

/// 200 large progressive pictures are asked for at once, in a size that nobody has asked for yet, while others
/// ask for finished renditions: how long do those wait, and how large does the server grow?
public final class Overload {
    private final OverloadSettings settings;

    private Overload(OverloadSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        new Overload(OverloadSettings.read()).run();
    }

    private void run() throws IOException, InterruptedException {
        Folders.delete(settings.folder());
        Originals originals = Originals.make();
        int count = OverloadSettings.COLD + OverloadSettings.FINISHED;
        try (BenchServer server = BenchServer.start(settings.folder())) {
            System.out.printf("uploading %d pictures of %d MP%n", count, OverloadSettings.MEGAPIXELS);
            originals.upload(server.client(), count);
        }
        List<String> paths = originals.paths(count);
        List<RushResult> results = new ArrayList<>();
        for (int run = 1; run <= settings.runs(); run++) {
            results.add(rush(paths));
            System.out.printf("%nrun %d%n%s", run, results.getLast().text());
        }
        summarise(results);
        Folders.delete(settings.folder());
    }

    /// A new server with an empty cache.
    private RushResult rush(List<String> paths) throws IOException, InterruptedException {
        Folders.delete(settings.folder().resolve("data/cache"));
        try (BenchServer server = BenchServer.start(settings.folder())) {
            return new Rush(server, paths, settings.addresses()).run();
        }
    }

    private static void summarise(List<RushResult> results) {
        System.out.printf(
                "%nmedian p99 of the hits in the rush %.1f ms; largest peak RSS %.0f MB; "
                        + "last cold answer after %.1f s; %s%n",
                Statistics.median(results.stream().map(RushResult::p99).toList()),
                results.stream().mapToDouble(RushResult::peakMegabytes).max().orElseThrow(),
                results.stream().mapToDouble(RushResult::slowest).max().orElseThrow() / 1000,
                results.stream().allMatch(RushResult::isOrderly) ? "all orderly" : "NOT all orderly");
    }
}
