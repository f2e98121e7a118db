package org.huimages.migrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;

/// Originals as older systems kept them, apart from the store. Thread-safe.
///
/// An [IOException], or a [FailureException] with [Failure.Unavailable], says that a store could not be asked.
public interface LegacyOriginals {

    /// Pictures that have one, in the order of IDs.
    ///
    /// @param after the last one of the page before; empty for the first page
    List<ImageId> list(Optional<ImageId> after, int limit);

    /// Takes one to the store, which may be done any number of times.
    ///
    /// @param scratch a folder for a copy, which is gone afterwards
    /// @return nothing if there is none any more
    /// @throws FailureException [Failure.StoreLies] if its bytes are not those of the ID
    Optional<Moved> move(ImageId id, Path scratch) throws IOException;

    /// As [#move], but nothing is changed: it is read to its end, and the store is asked whether it has it.
    Optional<Moved> rehearse(ImageId id, Path scratch) throws IOException;

    /// Makes `target`, which must not exist, a file with its bytes, whatever they are.
    ///
    /// @return whether there is one
    boolean copy(ImageId id, Path target) throws IOException;

    /// Asks where they lie for something.
    void check() throws IOException;

    /// What was done.
    ///
    /// @param stored whether the store did not have it before
    /// @param dropped whether it is gone from where it was
    /// @param length in bytes
    record Moved(boolean stored, boolean dropped, long length) {}
}
