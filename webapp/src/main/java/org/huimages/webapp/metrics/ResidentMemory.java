package org.huimages.webapp.metrics;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory this process really has, native code included: the `VmRSS` of proc(5).
final class ResidentMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern LINE = Pattern.compile("(?m)^VmRSS:\\s+([0-9]+) kB$");
    private static final long KILOBYTE = 1024;

    private ResidentMemory() {}

    /// In bytes; empty where the system does not tell.
    static OptionalLong bytes() {
        try {
            Matcher line = LINE.matcher(Files.readString(STATUS));
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * KILOBYTE) : OptionalLong.empty();
        } catch (IOException noSuchFile) {
            return OptionalLong.empty();
        }
    }
}
