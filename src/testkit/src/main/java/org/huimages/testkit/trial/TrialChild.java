package org.huimages.testkit.trial;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;

/// The side of the other process: reads paths, one a line, and answers each with a line; at the end it says what is
/// still in use.
public final class TrialChild {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    static final String IN_USE = "in use at the end: ";

    private TrialChild() {}

    /// @param inUse what the engine counts as in use, 0 when it is at rest
    public static void serve(Trial trial, LongSupplier inUse) throws IOException {
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (trial) {
            for (String path = paths.readLine(); path != null; path = paths.readLine()) {
                say(trial.of(Path.of(path)).line());
            }
        }
        say(IN_USE + atRest(inUse));
    }

    /// Threads of the engine may still be putting things away.
    private static long atRest(LongSupplier inUse) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (inUse.getAsLong() != 0 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        return inUse.getAsLong();
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
