package org.huimages.bench.catalog;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;

/// How long calls took, in nanoseconds, sorted.
///
/// @param wall by the clock, which runs on while other programs have the processor
/// @param cpu of the calling thread
/// @param results how many they had, together
record Timing(List<Long> wall, List<Long> cpu, long results) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Timing of(Calls.Call call, int times) {
        long[] wall = new long[times];
        long[] cpu = new long[times];
        long results = 0;
        for (int time = 0; time < times; time++) {
            long wallBefore = System.nanoTime();
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            results += call.work().getAsInt();
            cpu[time] = THREADS.getCurrentThreadCpuTime() - cpuBefore;
            wall[time] = System.nanoTime() - wallBefore;
        }
        return new Timing(sorted(wall), sorted(cpu), results);
    }

    private static List<Long> sorted(long[] nanos) {
        return Arrays.stream(nanos).sorted().boxed().toList();
    }

    /// In milliseconds: the time that so many of a hundred calls did not exceed.
    static double percentile(List<Long> sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.size());
        return sorted.get(Math.max(1, rank) - 1) / 1e6;
    }
}
