package org.huimages.job;

import java.io.IOException;
import java.util.List;
import org.huimages.failure.ReadOnly;

/// A kind of job on a server that writes nowhere (`HUIMAGES_READ_ONLY`): what would change something is refused.
public record ReadOnlyKind(JobKind kind) implements JobKind {

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public List<Parameter> parameters() {
        return kind.parameters();
    }

    @Override
    public boolean changes(Arguments arguments) {
        return kind.changes(arguments);
    }

    @Override
    public void check(Arguments arguments) {
        if (changes(arguments)) {
            throw ReadOnly.refusal();
        }
        kind.check(arguments);
    }

    /// A job that was at work before the server was told to write nowhere does not go on.
    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        if (changes(run.arguments())) {
            throw ReadOnly.refusal();
        }
        kind.run(run);
    }
}
