package org.huimages.bench.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;

/// Requests of which few pictures get most, over sixty days in which another hundredth becomes popular each day:
/// how many are answered from a cache that holds a part of the set? A reading is noted once a day, as `relatime`
/// does.
final class ZipfMix {
    private static final int SET = 10_000;
    private static final int BYTES = 10_000;
    private static final long TAKEN = 12_288 + 4096;
    private static final int DAYS = 60;
    private static final int A_DAY = 1000;
    private static final int DRIFT = SET / 100;

    private final Path folder;
    private final Random random = new Random(1);
    private final double[] shares = shares();
    private Instant now = Instant.now();

    ZipfMix(Path folder) {
        this.folder = folder;
    }

    /// How probable the first ones are together, for each number of first ones.
    private static double[] shares() {
        double[] sums = new double[SET];
        double sum = 0;
        for (int rank = 0; rank < SET; rank++) {
            sum += 1.0 / (rank + 1);
            sums[rank] = sum;
        }
        double all = sum;
        return Arrays.stream(sums).map(part -> part / all).toArray();
    }

    void run() throws IOException {
        for (double part : new double[] {0.05, 0.1, 0.2, 0.4}) {
            int held = (int) (SET * part);
            double rate = rate(folder.resolve("zipf" + held), held);
            System.out.printf(
                    "a cache for %.0f %% of %d renditions: %.1f %% hits; %.1f %% if it always held those asked for most%n",
                    part * 100, SET, rate * 100, shares[held - 1] * 100);
        }
    }

    /// In the second half of the days.
    private double rate(Path cacheFolder, int held) throws IOException {
        KeptCache cache = new KeptCache(cacheFolder, held * TAKEN, BYTES, () -> now);
        int hits = 0;
        for (int request = 0; request < DAYS * A_DAY; request++) {
            now = now.plus(Duration.ofDays(1).dividedBy(A_DAY));
            boolean hit = ask(cache, picture(request / A_DAY));
            hits += hit && request >= DAYS * A_DAY / 2 ? 1 : 0;
        }
        return hits / (DAYS * A_DAY / 2.0);
    }

    private int picture(int day) {
        int rank = Arrays.binarySearch(shares, random.nextDouble());
        int popular = Math.min(SET - 1, rank < 0 ? -rank - 1 : rank);
        return Math.floorMod(popular * 7919 + day / 10 * DRIFT, SET);
    }

    private boolean ask(KeptCache cache, int picture) throws IOException {
        Path file = cache.file(picture, 0);
        boolean hit = Files.exists(file);
        if (!hit && !cache.put(picture, 0)) {
            return false;
        }
        note(file, hit);
        return hit;
    }

    private void note(Path file, boolean hit) throws IOException {
        BasicFileAttributeView view = Files.getFileAttributeView(file, BasicFileAttributeView.class);
        FileTime read = FileTime.from(now);
        if (!hit) {
            view.setTimes(read, read, null);
        } else if (view.readAttributes().lastAccessTime().toInstant().isBefore(now.minus(Duration.ofDays(1)))) {
            view.setTimes(null, read, null);
        }
    }
}
