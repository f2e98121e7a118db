package org.huimages.testkit;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Another JVM of this one's kind, with this one's class path: to be halted, killed, or locked out.
public final class ChildJvm {
    /// As `ulimit` counts them.
    private static final int BLOCKS = 2048;

    /// What `tomcat-conf/bin/setenv.sh` says, so that native memory is what it is there.
    public static final Map<String, String> AS_IN_TOMCAT =
            Map.of("MALLOC_ARENA_MAX", "2", "MALLOC_MMAP_THRESHOLD_", "1048576", "MALLOC_TRIM_THRESHOLD_", "4194304");

    private ChildJvm() {}

    /// Starts the class's `main`. What it prints is to be read from the process; its errors go where ours go.
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return start(command(main, arguments));
    }

    /// The same, with all of its heap there from the start: what it grows by is native memory.
    public static Process startWithWholeHeap(Class<?> main, String... arguments) throws IOException {
        List<String> command = command(main, arguments);
        command.addAll(1, List.of("-Xms128m", "-XX:+AlwaysPreTouch", "-XX:+UseSerialGC"));
        return start(command);
    }

    /// One that is not allowed to make files of more than about this many megabytes: what a full disk is like. The
    /// limit is a soft one, which `prlimit` can lift.
    public static Process startLimited(int megabytes, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("sh", "-c", "ulimit -S -f " + megabytes * BLOCKS + "; exec \"$@\"", "sh"));
        command.addAll(command(main, arguments));
        return start(command);
    }

    private static Process start(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
        builder.environment().putAll(AS_IN_TOMCAT);
        return builder.start();
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
