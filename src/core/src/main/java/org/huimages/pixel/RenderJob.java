package org.huimages.pixel;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// One picture to be made.
///
/// @param source is only read
/// @param planner what is to be done, once somebody has time to look at the source
/// @param target appears when the job is done
/// @param client who asked, so that nobody takes the whole queue: an address; those of one name share
/// @param further what is made on the same occasion, each of the one before
public record RenderJob(Path source, Planner planner, Path target, String client, List<Further> further) {

    public RenderJob {
        further = List.copyOf(further);
    }

    /// One that makes one file.
    public RenderJob(Path source, Planner planner, Path target, String client) {
        this(source, planner, target, client, List.of());
    }

    /// All files that it makes.
    Stream<Path> targets() {
        return Stream.concat(Stream.of(target), further.stream().map(Further::target));
    }

    /// A smaller picture, made of the one before.
    ///
    /// @param plan takes no more memory than that of the first, which is what the job is let in for
    /// @param target appears when the job is done
    public record Further(RenditionPlan plan, Path target) {}

    /// Looks at a source and says what is to be done with it. Works on a thread of the pool's, since a large file
    /// takes milliseconds to look through.
    @FunctionalInterface
    public interface Planner {

        /// @throws org.huimages.failure.FailureException if nothing can or may be made of it
        RenditionPlan plan(Path source);
    }
}
