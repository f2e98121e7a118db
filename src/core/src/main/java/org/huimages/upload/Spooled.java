package org.huimages.upload;

import java.nio.file.Path;
import org.huimages.file.Leftovers;

/// A received file, on disk until closed.
///
/// @param sha1 20 bytes
/// @param sha256 64 lower-case hexadecimal digits
/// @param length in bytes, at least 1
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Spooled(Path file, byte[] sha1, String sha256, long length) implements AutoCloseable {

    @Override
    public void close() {
        Leftovers.discard(file);
    }
}
