package org.huimages.bench.catalog;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/// How long calls took, in milliseconds.
///
/// @param wall by the clock, which runs on while other programs have the processor
/// @param cpu of the calling thread
/// @param results how many they had, together
record Timing(List<Double> wall, List<Double> cpu, long results) {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    static Timing of(Calls.Call call, int times) {
        List<Double> wall = new ArrayList<>(times);
        List<Double> cpu = new ArrayList<>(times);
        long results = 0;
        for (int time = 0; time < times; time++) {
            long wallBefore = System.nanoTime();
            long cpuBefore = THREADS.getCurrentThreadCpuTime();
            results += call.work().getAsInt();
            cpu.add((THREADS.getCurrentThreadCpuTime() - cpuBefore) / 1e6);
            wall.add((System.nanoTime() - wallBefore) / 1e6);
        }
        return new Timing(wall, cpu, results);
    }
}
