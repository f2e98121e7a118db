package org.huimages.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/// Keeps every other owner out of a folder, in this JVM and in any other.
///
/// It takes two files: on POSIX systems closing any channel of a file drops all locks that the process has on it
/// (fcntl(2)). So the second application of a JVM is turned away at `.lock-jvm`, before it opens `.lock`, which
/// keeps other processes out.
final class OwnerLock implements AutoCloseable {
    private final FileChannel inThisJvm;
    private final FileChannel everywhere;

    private OwnerLock(FileChannel inThisJvm, FileChannel everywhere) {
        this.inThisJvm = inThisJvm;
        this.everywhere = everywhere;
    }

    /// @return nothing if the folder has an owner already
    static Optional<OwnerLock> take(Path folder) throws IOException {
        Optional<FileChannel> inThisJvm = lock(folder.resolve(".lock-jvm"));
        if (inThisJvm.isEmpty()) {
            return Optional.empty();
        }
        Optional<FileChannel> everywhere = lock(folder.resolve(".lock"));
        if (everywhere.isEmpty()) {
            inThisJvm.get().close();
        }
        return everywhere.map(channel -> new OwnerLock(inThisJvm.get(), channel));
    }

    private static Optional<FileChannel> lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        boolean locked = false;
        try {
            locked = tryLock(channel);
        } finally {
            if (!locked) {
                channel.close();
            }
        }
        return locked ? Optional.of(channel) : Optional.empty();
    }

    /// The lock goes with the channel.
    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            FileLock held = channel.tryLock();
            return held != null;
        } catch (OverlappingFileLockException inThisJvm) {
            return false;
        }
    }

    @Override
    public void close() {
        close(everywhere);
        close(inThisJvm);
    }

    private static void close(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException goneAnyhow) {
            // the operating system drops the lock with the process
        }
    }
}
