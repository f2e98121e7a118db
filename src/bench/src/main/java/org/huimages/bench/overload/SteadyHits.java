package org.huimages.bench.overload;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.huimages.bench.server.ServerClient;

/// Asks for finished renditions at fixed moments, whether or not the former answers are there.
///
/// Each answer's time counts from the moment it was to be asked. Otherwise a server that stands still would be
/// asked, and blamed, only once.
final class SteadyHits implements AutoCloseable {
    private static final long INTERVAL = TimeUnit.SECONDS.toNanos(1) / OverloadSettings.HITS_A_SECOND;

    private final ServerClient client;
    private final List<String> paths;
    private final Queue<CompletableFuture<Answer>> answers = new ConcurrentLinkedQueue<>();
    private final Queue<Double> lags = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean stopped;

    private SteadyHits(ServerClient client, List<String> paths) {
        this.client = client;
        this.paths = paths;
        this.thread = Thread.ofPlatform().name("hits").start(this::run);
    }

    static SteadyHits start(ServerClient client, List<String> paths) {
        return new SteadyHits(client, paths);
    }

    private void run() {
        long start = System.nanoTime();
        for (int number = 0; !stopped; number++) {
            long due = start + number * INTERVAL;
            await(due);
            lags.add(Answer.since(due));
            answers.add(Answer.of(due, client.get(paths.get(number % paths.size()))));
        }
    }

    private static void await(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    /// Asks no more, and waits for what is still to come.
    Hits stop() throws InterruptedException {
        stopped = true;
        thread.join();
        return new Hits(answers.stream().map(CompletableFuture::join).toList(), List.copyOf(lags));
    }

    @Override
    public void close() {
        stopped = true;
    }

    /// @param lags how late the asker itself was each time, in milliseconds
    record Hits(List<Answer> answers, List<Double> lags) {
        List<Double> millis() {
            return answers.stream().map(Answer::millis).toList();
        }

        long failures() {
            return answers.stream().filter(answer -> answer.status() != 200).count();
        }
    }
}
