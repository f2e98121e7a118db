package org.huimages.bench.catalog;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/// How long calls took, in nanoseconds, sorted.
///
/// @param wall by the clock, which runs on while other programs have the processor
/// @param cpu of the calling thread
/// @param results how many they had, together
@SuppressWarnings("ArrayRecordComponent") // made once, read once, never compared
record Timing(long[] wall, long[] cpu, long results) {
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
        Arrays.sort(wall);
        Arrays.sort(cpu);
        return new Timing(wall, cpu, results);
    }

    /// In milliseconds: the time that so many of a hundred calls did not exceed.
    static double percentile(long[] sorted, int percent) {
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(1, rank) - 1] / 1e6;
    }
}
