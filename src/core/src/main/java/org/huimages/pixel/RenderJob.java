package org.huimages.pixel;

import java.nio.file.Path;

/// One picture to be made.
///
/// @param source is only read
/// @param planner what is to be done, once somebody has time to look at the source
/// @param target appears when the job is done
/// @param client who asked, so that nobody takes the whole queue: an address; those of one name share
public record RenderJob(Path source, Planner planner, Path target, String client) {

    /// Looks at a source and says what is to be done with it. Works on a thread of the pool's, since a large file
    /// takes milliseconds to look through.
    @FunctionalInterface
    public interface Planner {

        /// @throws org.huimages.failure.FailureException if nothing can or may be made of it
        RenditionPlan plan(Path source);
    }
}
