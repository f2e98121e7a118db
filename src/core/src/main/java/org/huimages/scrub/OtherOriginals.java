package org.huimages.scrub;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.url.ImageId;

/// Another place where originals may lie. Thread-safe.
///
/// @param name for people
/// @param source makes a file of an original that is there; nobody believes that the bytes are right
/// @param served whether pictures are served from there, too
public record OtherOriginals(String name, Source source, Presence served) {

    /// One from which nothing is served.
    public OtherOriginals(String name, Source source) {
        this(name, source, id -> false);
    }

    /// Whether there is an original.
    @FunctionalInterface
    public interface Presence {
        boolean has(ImageId id) throws IOException;
    }

    /// Where they come from.
    @FunctionalInterface
    public interface Source {
        /// @param target does not exist; is not made if there is no such original
        /// @return whether there is one
        /// @throws org.huimages.failure.FailureException [org.huimages.failure.Failure.StoreLies] if it is seen
        ///     to be another's
        boolean fetch(ImageId id, Path target) throws IOException;
    }
}
