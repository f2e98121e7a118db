package org.huimages.original;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huimages.url.ImageId;

/// Where originals are kept: bytes by ID, never changed once there. Thread-safe.
///
/// An [IOException] says that the store could not be asked, never that something is not there; a
/// [StoreSetupException] also says which setting is to blame.
public interface OriginalStore extends AutoCloseable {
    /// An ID that no picture has.
    ImageId NOBODY = ImageId.of(new byte[20], "00");

    /// Keeps the bytes of `file` under `id`; durable when this returns. Where `id` is there already, what is there
    /// stays. The file is neither changed nor removed, and the caller must not change it afterwards.
    ///
    /// @return whether it was stored by this call
    boolean put(ImageId id, Path file) throws IOException;

    /// Makes `target`, which must not exist, a file with the original's bytes; where it can, without copying them,
    /// so `target` is only to be read or removed. It appears complete, or not at all.
    ///
    /// @return whether there is such an original; if not, `target` is not made
    /// @throws org.huimages.failure.FailureException [org.huimages.failure.Failure.StoreLies] if the store looks at
    ///     its bytes, and they are not those of the ID
    boolean fetch(ImageId id, Path target) throws IOException;

    /// As [#fetch], but the bytes are not looked at: whatever is there.
    default boolean salvage(ImageId id, Path target) throws IOException {
        return fetch(id, target);
    }

    /// Whether anybody may read it without asking this server, by the rights of the object itself.
    default boolean isPublic(ImageId id) throws IOException {
        return false;
    }

    /// Has nobody but the owner read it.
    default void makePrivate(ImageId id) throws IOException {
        // where there is no public there is nothing to do
    }

    /// The length in bytes, if it is there.
    OptionalLong length(ImageId id) throws IOException;

    /// @return whether there was one
    boolean delete(ImageId id) throws IOException;

    /// All IDs, in no particular order; to be closed. Files that are no originals are passed over.
    Stream<ImageId> list() throws IOException;

    /// Asks the store for something, to know whether it can be asked. That it can be written to is not tried.
    default void check() throws IOException {
        if (length(NOBODY).isPresent()) {
            throw new IOException("the store says that it has an original which cannot be");
        }
    }

    @Override
    void close();
}
