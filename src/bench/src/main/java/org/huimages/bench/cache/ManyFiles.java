package org.huimages.bench.cache;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.huimages.bench.measure.Statistics;
import org.huimages.keeper.KeeperTimer;

/// A cache of very many files beside one of few: is the start slower, is a new file dearer, and does the keeper
/// keep up with two hundred new files a second?
final class ManyFiles {
    private static final int FILES_OF_A_PICTURE = 5;
    private static final int FEW = 1000;
    private static final int BYTES = 100;
    private static final long ROOMY = 1L << 40;
    private static final int TURNS = 20;
    private static final int A_TURN = 100;
    private static final int RATE = 200;
    private static final Duration RUSH = Duration.ofSeconds(30);
    private static final double NANOS_A_MILLI = 1e6;

    private final Path folder;
    private final int files;
    private int next = 1_000_000_000;

    ManyFiles(Path folder, int files) {
        this.folder = folder;
        this.files = files;
    }

    /// So that files made a moment ago may go.
    private static InstantSource clock() {
        return InstantSource.offset(InstantSource.system(), Duration.ofHours(1));
    }

    void run() throws IOException, InterruptedException {
        lay("few", FEW);
        long start = System.nanoTime();
        lay("many", files);
        System.out.printf("%d files made in %.0f s%n", files, millis(start) / 1000);
        count("few");
        count("many");
        KeptCache few = open("few", ROOMY);
        KeptCache many = open("many", ROOMY);
        compare(few, many);
        long bytes = many.keeper.report().bytes();
        few.keeper.close();
        many.keeper.close();
        rush(open("many", bytes));
    }

    private void lay(String name, int count) throws IOException {
        KeptCache cache = open(name, ROOMY);
        for (int picture = 0; picture < count / FILES_OF_A_PICTURE; picture++) {
            cache.lay(picture, FILES_OF_A_PICTURE);
        }
    }

    private KeptCache open(String name, long maxBytes) throws IOException {
        long start = System.nanoTime();
        KeptCache cache = new KeptCache(folder.resolve(name), maxBytes, BYTES, clock());
        System.out.printf("the cache of %s files opens in %.1f ms%n", name, millis(start));
        return cache;
    }

    /// As after a halt; closes the books.
    private void count(String name) throws IOException, InterruptedException {
        KeptCache cache = open(name, ROOMY);
        long start = System.nanoTime();
        cache.keeper.recount();
        System.out.printf(
                "%s are counted in %.1f s: %d files, %d bytes%n",
                name,
                millis(start) / 1000,
                cache.keeper.report().files(),
                cache.keeper.report().bytes());
        cache.keeper.close();
    }

    /// A hundred new files here, a hundred there, in turns.
    private void compare(KeptCache few, KeptCache many) throws IOException {
        turn(few);
        turn(many);
        List<Double> ratios = new ArrayList<>();
        List<Double> costs = new ArrayList<>();
        for (int turn = 0; turn < TURNS; turn++) {
            double here = turn(few);
            double there = turn(many);
            ratios.add(there / here);
            costs.add(there);
        }
        System.out.printf(
                "a new file among many costs %.2f ms, %.2f of one among few (median of %d turns)%n",
                Statistics.median(costs), Statistics.median(ratios), TURNS);
    }

    private double turn(KeptCache cache) throws IOException {
        long start = System.nanoTime();
        for (int number = 0; number < A_TURN; number++) {
            cache.put(next / FILES_OF_A_PICTURE, next % FILES_OF_A_PICTURE);
            next++;
        }
        return millis(start) / A_TURN;
    }

    private void rush(KeptCache cache) throws IOException {
        List<Double> lags = new ArrayList<>();
        long most = 0;
        int refused = 0;
        try (KeeperTimer timer = new KeeperTimer(cache.keeper, () -> {})) {
            timer.start();
            long start = System.nanoTime();
            long interval = Duration.ofSeconds(1).toNanos() / RATE;
            for (int number = 0; number < RUSH.toSeconds() * RATE; number++) {
                long due = start + number * interval;
                LockSupport.parkNanos(due - System.nanoTime());
                refused += cache.put(next / FILES_OF_A_PICTURE, next % FILES_OF_A_PICTURE) ? 0 : 1;
                next++;
                lags.add(millis(due));
                most = Math.max(most, cache.keeper.report().bytes());
            }
            System.out.printf(
                    "%d new files a second for %d s in a full cache of many: done after p50 %.1f, p99 %.1f, at most %.1f"
                            + " ms; %d evicted, %d not kept; at most %.1f %% of the quota%n",
                    RATE,
                    RUSH.toSeconds(),
                    Statistics.median(lags),
                    Statistics.percentile(lags, 99),
                    Statistics.percentile(lags, 100),
                    cache.keeper.report().counters().evicted(),
                    refused,
                    100.0 * most / cache.keeper.report().maxBytes());
        }
    }

    private static double millis(long since) {
        return (System.nanoTime() - since) / NANOS_A_MILLI;
    }
}
