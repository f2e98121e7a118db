package org.huimages.testkit;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Another JVM of this one's kind, with this one's class path: to be halted, killed, or locked out.
public final class ChildJvm {
    /// As `ulimit` counts them.
    private static final int BLOCKS = 2048;

    private ChildJvm() {}

    /// Starts the class's `main`. What it prints is to be read from the process; its errors go where ours go.
    public static Process start(Class<?> main, String... arguments) throws IOException {
        return start(command(main, arguments));
    }

    /// The same, not allowed to make files of more than about this many megabytes: what a full disk is like. The
    /// limit is a soft one, which `prlimit` can lift.
    public static Process startLimited(int megabytes, Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.addAll(List.of("sh", "-c", "ulimit -S -f " + megabytes * BLOCKS + "; exec \"$@\"", "sh"));
        command.addAll(command(main, arguments));
        return start(command);
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    }

    private static List<String> command(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return command;
    }
}
