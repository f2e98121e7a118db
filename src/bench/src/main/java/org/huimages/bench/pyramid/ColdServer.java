package org.huimages.bench.pyramid;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.huimages.bench.measure.ProcessClock;
import org.huimages.bench.server.ServerClient;
import org.huimages.url.Size;
import org.jspecify.annotations.Nullable;

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
        Queue<String> paths = new ConcurrentLinkedQueue<>(IntStream.range(0, count)
                .mapToObj(number -> addresses.path(size, number))
                .toList());
        ProcessClock clock = clock();
        long start = System.nanoTime();
        long cpu = clock.nanos();
        askForAll(paths);
        return new Turn(
                count * NANOS_A_SECOND / (System.nanoTime() - start), (clock.nanos() - cpu) / NANOS_A_MILLI / count);
    }

    private void askForAll(Queue<String> paths) {
        try (ExecutorService askers = Executors.newFixedThreadPool(ASKERS)) {
            List<CompletableFuture<Void>> asked = IntStream.range(0, ASKERS)
                    .mapToObj(asker -> CompletableFuture.runAsync(() -> ask(paths), askers))
                    .toList();
            asked.forEach(CompletableFuture::join);
        }
    }

    private void ask(Queue<String> paths) {
        for (@Nullable String path = paths.poll(); path != null; path = paths.poll()) {
            int status = client.fetch(path);
            if (status != 200) {
                paths.clear();
                throw new IllegalStateException(name + " answered " + status + " to " + path);
            }
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
