package org.huimages.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Waits until something is on the disk itself.
final class Durable {
    private Durable() {}

    /// The bytes of a file, or the entries of a folder: a file just made or renamed there is found after a crash.
    /// Opened for reading only, which will do, since the file may be read-only.
    static void force(Path fileOrFolder) throws IOException {
        try (FileChannel channel = FileChannel.open(fileOrFolder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
