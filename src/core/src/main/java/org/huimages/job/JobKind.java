package org.huimages.job;

import java.io.IOException;
import java.util.List;
import org.huimages.failure.FailureException;

/// Something that is done to all pictures, one after the other. To add one: implement this, hand it to [Jobs], and
/// describe it in `openapi.json`.
public interface JobKind {
    /// One word, as the API calls it.
    String name();

    /// What it can be told.
    List<Parameter> parameters();

    /// Whether a job changes pictures or what is said of them; if not, it may be started where nothing is written.
    default boolean changes(Arguments arguments) {
        return !arguments.is(Parameter.DRY_RUN);
    }

    /// Looks whether a job could be started.
    ///
    /// @throws FailureException [org.huimages.failure.Failure.Conflict] if the server is not set up for it, or
    ///     something is in the way; [org.huimages.failure.Failure.Unprocessable] if an argument is missing
    default void check(Arguments arguments) {}

    /// Does it, or the rest of it: where a run that was cut short had come to, `run` knows.
    ///
    /// Bounded memory, whatever the number of pictures; each picture between two calls of [JobRun#next].
    ///
    /// @throws InterruptedException if it is to end early; let it through
    /// @throws IOException if it cannot go on; so does any [FailureException]. What is wrong with one picture is
    ///     reported instead
    void run(JobRun run) throws InterruptedException, IOException;
}
