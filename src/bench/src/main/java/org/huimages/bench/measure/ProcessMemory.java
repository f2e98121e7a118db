package org.huimages.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a process has in RAM, as the kernel counts it.
///
/// @param residentMegabytes now (VmRSS)
/// @param peakMegabytes the most so far (VmHWM)
public record ProcessMemory(double residentMegabytes, double peakMegabytes) {
    private static final double KILO = 1024;

    /// @throws UncheckedIOException if there is no such process
    public static ProcessMemory of(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /// @param status the text of `/proc/PID/status`
    static ProcessMemory parse(String status) {
        return new ProcessMemory(kilobytes(status, "VmRSS:") / KILO, kilobytes(status, "VmHWM:") / KILO);
    }

    private static double kilobytes(String status, String field) {
        return status.lines()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + field + " in " + status));
    }
}
