package org.huimages.level;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.url.ImageId;

/// Where levels are kept for every node, beside the originals. Thread-safe.
///
/// What is in it can be made again. An [IOException] says that the store could not be asked, never that something is
/// not there.
public interface LevelStore extends AutoCloseable {
    /// Keeps nothing: each node has its cache, and nothing else.
    LevelStore NONE = new NoLevels();

    /// Keeps the bytes of `file`, in place of any that are there. The file is neither changed nor removed.
    void put(ImageId id, Level level, Path file) throws IOException;

    /// Makes `target`, which must not exist, a file with the level's bytes. It appears complete, or not at all.
    ///
    /// @return whether there is such a level; if not, `target` is not made
    boolean fetch(ImageId id, Level level, Path target) throws IOException;

    boolean holds(ImageId id, Level level) throws IOException;

    /// Removes it, if it is there.
    void delete(ImageId id, Level level) throws IOException;

    @Override
    void close();
}
