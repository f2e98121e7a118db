package org.huimages.testkit.trial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much memory this process holds at most from now on, as Linux counts it; elsewhere nothing is known.
final class PeakMemory {
    private static final Path RESET = Path.of("/proc/self/clear_refs");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK_OF_RESIDENT = "5";

    private final long before;

    private PeakMemory(long before) {
        this.before = before;
    }

    static PeakMemory fromNow() {
        try {
            if (Files.exists(RESET)) {
                Files.writeString(RESET, PEAK_OF_RESIDENT);
            }
            return new PeakMemory(kilobytes("VmRSS:"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    long growth() {
        return Math.max(0, kilobytes("VmHWM:") - before);
    }

    private static long kilobytes(String name) {
        if (!Files.exists(STATUS)) {
            return 0;
        }
        try {
            return Files.readAllLines(STATUS).stream()
                    .filter(line -> line.startsWith(name))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
