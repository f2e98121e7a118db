package org.huimages.bench.pyramid;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.huimages.bench.measure.ProcessClock;
import org.huimages.bench.server.ServerClient;

/// A server that is asked for renditions that are not there yet.
///
/// @param name for the table
/// @param addresses of the pictures, with `SIZE` in place of the size
record ColdServer(String name, ServerClient client, ProcessClock clock, List<String> addresses) {
    /// At once: each core has something to do, and something waits.
    private static final int ASKERS = 2 * Runtime.getRuntime().availableProcessors();

    private static final double NANOS_A_SECOND = 1e9;
    private static final double NANOS_A_MILLI = 1e6;

    /// Asks for pictures `from` to `to` - 1, each once.
    Turn ask(String size, int from, int to) {
        Queue<String> paths = new ArrayDeque<>(addresses.subList(from, to).stream()
                .map(address -> address.replace("SIZE", size))
                .toList());
        long start = System.nanoTime();
        long cpu = clock.nanos();
        List<CompletableFuture<Void>> askers = new ArrayList<>();
        for (int asker = 0; asker < ASKERS; asker++) {
            askers.add(next(paths));
        }
        CompletableFuture.allOf(askers.toArray(CompletableFuture[]::new)).join();
        return new Turn(
                (to - from) * NANOS_A_SECOND / (System.nanoTime() - start),
                (clock.nanos() - cpu) / NANOS_A_MILLI / (to - from));
    }

    /// The same server, asked for other pictures.
    ColdServer with(List<String> others) {
        return new ColdServer(name, client, clock, others);
    }

    private CompletableFuture<Void> next(Queue<String> paths) {
        String path;
        synchronized (paths) {
            path = paths.poll();
        }
        return path == null
                ? CompletableFuture.completedFuture(null)
                : client.get(path).thenAccept(answer -> check(path, answer)).thenCompose(done -> next(paths));
    }

    private void check(String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(name + " answered " + answer.statusCode() + " to " + path);
        }
    }

    /// @param rate renditions a second
    /// @param cpu milliseconds of the server for one
    record Turn(double rate, double cpu) {}
}
