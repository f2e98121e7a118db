package org.huimages.bench.pyramid;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huimages.bench.measure.ProcessClock;
import org.huimages.bench.server.ServerClient;
import org.huimages.url.Size;

/// A server that is asked for renditions that are not there yet.
///
/// @param name for the table
/// @param pid of its process
/// @param addresses of its pictures
record ColdServer(String name, ServerClient client, long pid, Addresses addresses) {
    /// At once: each core has something to do, and something waits.
    private static final int ASKERS = 2 * Runtime.getRuntime().availableProcessors();

    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    /// Where one is found in a size.
    interface Addresses {
        String path(Size size, int number);
    }

    /// Asks for pictures 0 to `count` - 1, each once.
    Turn ask(Size size, int count) {
        List<String> paths = IntStream.range(0, count)
                .mapToObj(number -> addresses.path(size, number))
                .toList();
        ProcessClock clock = clock();
        long start = System.nanoTime();
        long cpu = clock.nanos();
        ask(paths);
        return new Turn(
                count * NANOS_A_SECOND / (System.nanoTime() - start), (clock.nanos() - cpu) / NANOS_A_MILLI / count);
    }

    private void ask(List<String> paths) {
        try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            List<CompletableFuture<Void>> asked = paths.stream()
                    .map(path -> CompletableFuture.runAsync(() -> ask(path), askers))
                    .toList();
            asked.forEach(CompletableFuture::join);
        }
    }

    private void ask(String path) {
        int status = client.fetch(path);
        if (status != 200) {
            throw new IllegalStateException(name + " answered " + status + " to " + path);
        }
    }

    /// The same server, asked for other pictures.
    ColdServer with(Addresses others) {
        return new ColdServer(name, client, pid, others);
    }

    /// CPU time of its process.
    ProcessClock clock() {
        return new ProcessClock(pid);
    }

    /// @param rate renditions a second
    /// @param cpu milliseconds of the server for one
    record Turn(double rate, double cpu) {}
}
