package org.huimages.testkit.trial;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// Has files judged in another process, and survives it: the next file is judged by a new one.
public final class TrialRunner implements AutoCloseable {
    /// What [#end] says of a process that ended as it should.
    public static final String AT_REST = TrialChild.IN_USE + "0, exit 0";

    private final Class<?> main;
    private final Duration patience;
    private final String[] arguments;
    private Optional<TrialProcess> process = Optional.empty();

    /// @param main a program that calls [TrialChild#serve]
    /// @param patience after which a process that does not answer is killed
    public TrialRunner(Class<?> main, Duration patience, String... arguments) {
        this.main = main;
        this.patience = patience;
        this.arguments = arguments.clone();
    }

    public Verdict judge(Path file) {
        TrialProcess running = process.orElseGet(() -> TrialProcess.start(main, patience, arguments));
        process = Optional.of(running);
        return running.ask(file).map(Verdict::parse).orElseGet(() -> lost(running));
    }

    private Verdict lost(TrialProcess lost) {
        process = Optional.empty();
        return Verdict.broken("the process ended with " + lost.exitCode() + ", or had to be killed");
    }

    /// Lets the process end: [#AT_REST] if it had nothing in use any more.
    public String end() {
        String last = process.map(TrialProcess::end).orElse("no process at the end");
        process = Optional.empty();
        return last;
    }

    @Override
    public void close() {
        end();
    }
}
