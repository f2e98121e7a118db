package org.huimages.bench.pyramid;

import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
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
        Queue<String> paths = new ArrayDeque<>(IntStream.range(0, count)
                .mapToObj(number -> addresses.path(size, number))
                .toList());
        ProcessClock clock = clock();
        long start = System.nanoTime();
        long cpu = clock.nanos();
        List<CompletableFuture<Void>> askers = new ArrayList<>();
        for (int asker = 0; asker < ASKERS; asker++) {
            askers.add(next(paths));
        }
        CompletableFuture.allOf(askers.toArray(CompletableFuture[]::new)).join();
        return new Turn(
                count * NANOS_A_SECOND / (System.nanoTime() - start), (clock.nanos() - cpu) / NANOS_A_MILLI / count);
    }

    /// The same server, asked for other pictures.
    ColdServer with(Addresses others) {
        return new ColdServer(name, client, pid, others);
    }

    /// CPU time of its process.
    ProcessClock clock() {
        return new ProcessClock(pid);
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
