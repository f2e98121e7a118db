package org.huimages.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Who has had the machine's cores since a moment: on a machine that others use too, times mean little.
public final class CpuShare {
    private static final double NANOS_A_TICK = 1e9 / 100;
    private static final List<String> IDLE = List.of("idle", "iowait");
    private static final List<String> FIELDS =
            List.of("user", "nice", "system", "idle", "iowait", "irq", "softirq", "steal");

    private final ProcessClock server;
    private final ProcessClock own = new ProcessClock(ProcessHandle.current().pid());
    private final long start = System.nanoTime();
    private final long serverStart;
    private final long ownStart = own.nanos();
    private final double busyStart = busyNanos();

    /// @param serverPid the process that is measured; this one measures it
    public CpuShare(long serverPid) {
        this.server = new ProcessClock(serverPid);
        this.serverStart = server.nanos();
    }

    /// `server 160 %, this program 12 %, others 20 % of 200 %`, since this was made.
    public String text() {
        double wall = System.nanoTime() - start;
        double servers = server.nanos() - serverStart;
        double owns = own.nanos() - ownStart;
        double others = Math.max(0, busyNanos() - busyStart - servers - owns);
        return "server %.0f %%, this program %.0f %%, others %.0f %% of %d %%"
                .formatted(
                        100 * servers / wall,
                        100 * owns / wall,
                        100 * others / wall,
                        100 * Runtime.getRuntime().availableProcessors());
    }

    private static double busyNanos() {
        try {
            return NANOS_A_TICK * busyTicks(Files.readString(Path.of("/proc/stat")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// @param stat the text of `/proc/stat`
    static long busyTicks(String stat) {
        long[] ticks = Arrays.stream(stat.lines().findFirst().orElseThrow().split(" +"))
                .skip(1)
                .mapToLong(Long::parseLong)
                .toArray();
        return IntStream.range(0, FIELDS.size())
                .filter(field -> !IDLE.contains(FIELDS.get(field)))
                .mapToLong(field -> ticks[field])
                .sum();
    }
}
