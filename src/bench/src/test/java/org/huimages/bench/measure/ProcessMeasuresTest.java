package org.huimages.bench.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessMeasuresTest {
    private static final long OWN = ProcessHandle.current().pid();

    @Test
    void theClockCountsWorkOfAllThreadsEvenOfThoseThatHaveEnded() throws InterruptedException {
        ProcessClock clock = new ProcessClock(OWN);
        long start = clock.nanos();
        Thread worker = Thread.ofPlatform().start(() -> spin(TimeUnit.MILLISECONDS.toNanos(100)));
        worker.join();
        long counted = clock.nanos() - start;
        assertTrue(counted >= TimeUnit.MILLISECONDS.toNanos(100), counted + " ns");
    }

    /// @param nanos of CPU time of the calling thread
    private static void spin(long nanos) {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        while (threads.getCurrentThreadCpuTime() < nanos) {
            Thread.onSpinWait();
        }
    }

    @Test
    void aSleepingProcessTakesNoTime() throws Exception {
        Process sleeper = new ProcessBuilder("sleep", "60").start();
        try {
            Thread.sleep(100);
            ProcessClock clock = new ProcessClock(sleeper.pid());
            long start = clock.nanos();
            Thread.sleep(200);
            assertEquals(0, clock.nanos() - start);
        } finally {
            sleeper.destroyForcibly();
        }
    }

    @Test
    void aProcessThatHasEndedHasNoClock() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        assertThrows(IllegalStateException.class, () -> new ProcessClock(ended.pid()));
    }

    @Test
    void memoryIsReadInMegabytes() {
        ProcessMemory memory = ProcessMemory.parse("Name:\tjava\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\n");
        assertEquals(new ProcessMemory(100, 200), memory);
    }

    @Test
    void ourOwnMemoryIsBelowItsPeak() {
        ProcessMemory own = ProcessMemory.of(OWN);
        assertTrue(own.residentMegabytes() > 1 && own.residentMegabytes() <= own.peakMegabytes(), own.toString());
    }

    @Test
    void ticksThatNobodyUsedAreNotBusy() {
        String stat = "cpu  1 20 300 999 999 4000 50000 600000 7 7\ncpu0 9 9 9 9 9 9 9 9 9 9\n";
        assertEquals(654_321, CpuShare.busyTicks(stat));
    }

    @Test
    void compilersTakeAPartOfTheWhole() {
        double share = new CompilerShare(ProcessHandle.current().pid()).next();
        assertTrue(share >= 0 && share <= 1, () -> "share " + share);
    }
}
