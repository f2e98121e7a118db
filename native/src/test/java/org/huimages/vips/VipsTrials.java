package org.huimages.vips;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.huimages.testkit.trial.Trial;
import org.huimages.testkit.trial.TrialChild;
import org.huimages.testkit.trial.TrialRunner;

/// Judges files with the real engine, in a process of its own: a file that brings libvips down takes no test with
/// it.
final class VipsTrials {
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    /// A native call that never returns ends here.
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private VipsTrials() {}

    /// @param folder for libvips and for what is made
    static TrialRunner runner(Path folder) {
        return new TrialRunner(VipsTrials.class, PATIENCE, folder.toString());
    }

    /// Whether the full counts are asked for: `-Pfull`.
    static boolean full() {
        return Boolean.getBoolean("huimages.full");
    }

    /// @param arguments the folder
    public static void main(String... arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.OFF);
        Path folder = Path.of(arguments[0]);
        VipsEngine engine = VipsEngine.open(Optional.empty(), folder);
        TrialChild.serve(new Trial(engine, DEADLINE, folder), () -> inUse(engine.counters()));
    }

    private static long inUse(VipsCounters counters) {
        return counters.bytes() + counters.allocations() + counters.files();
    }
}
