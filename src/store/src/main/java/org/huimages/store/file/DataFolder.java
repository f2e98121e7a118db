package org.huimages.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huimages.failure.SetupException;

/// The folder where everything lies that is not elsewhere. It has one owner: the lock is held until closed, and
/// against another application in the same JVM too.
public final class DataFolder implements AutoCloseable {
    private final Path folder;
    private final OwnerLock lock;

    private DataFolder(Path folder, OwnerLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /// Opens the folder, which is made when missing.
    ///
    /// @throws SetupException if it cannot be written, or somebody else has it open
    public static DataFolder open(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(absolute);
            return new DataFolder(absolute, lock(absolute));
        } catch (IOException failed) {
            throw new SetupException(
                    "HUIMAGES_DATA is " + absolute + ", which cannot be written (" + failed
                            + "); let the user " + System.getProperty("user.name")
                            + ", who runs Tomcat, write there (under systemd with ReadWritePaths= too), or choose another folder");
        }
    }

    private static OwnerLock lock(Path folder) throws IOException {
        return OwnerLock.take(folder)
                .orElseThrow(() -> new SetupException(
                        "HUIMAGES_DATA is " + folder + ", which another huImages has open; give each its own folder"));
    }

    public Path originals() {
        return folder.resolve("originals");
    }

    public Path catalog() {
        return folder.resolve("catalog");
    }

    public Path spool() {
        return folder.resolve("spool");
    }

    public Path path() {
        return folder;
    }

    @Override
    public void close() {
        lock.close();
    }
}
