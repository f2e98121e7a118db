package org.huimages.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/// How much of a JVM's CPU time its own compilers take: when they have nothing left to do it is warm. Linux only.
public final class CompilerShare {
    private final Path tasks;
    private final ProcessClock clock;
    private long all;
    private long compilers;

    /// @param pid a JVM that runs
    public CompilerShare(long pid) {
        this.tasks = Path.of("/proc", Long.toString(pid), "task");
        this.clock = new ProcessClock(pid);
        next();
    }

    /// Since the last call, or since this was made: 0 to 1. Compiler threads that have ended meanwhile do not count.
    public double next() {
        long compilersNow = compilers();
        long allNow = clock.nanos();
        double share = Math.clamp((compilersNow - compilers) / (double) Math.max(1, allNow - all), 0.0, 1.0);
        all = allNow;
        compilers = compilersNow;
        return share;
    }

    private long compilers() {
        try (Stream<Path> threads = Files.list(tasks)) {
            return threads.filter(CompilerShare::compiles)
                    .mapToLong(CompilerShare::nanos)
                    .sum();
        } catch (IOException ended) {
            return 0;
        }
    }

    private static boolean compiles(Path thread) {
        return read(thread.resolve("comm")).matches("C[12] Compiler.*\\s*");
    }

    private static long nanos(Path thread) {
        String schedule = read(thread.resolve("schedstat"));
        return schedule.isEmpty() ? 0 : Long.parseLong(schedule.split(" ", 2)[0]);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException ended) {
            return "";
        }
    }
}
