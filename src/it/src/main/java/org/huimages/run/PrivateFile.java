package org.huimages.run;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// Files that only their owner may read, from the moment they exist. Windows has no such modes; there the mode is
/// what the folder gives.
final class PrivateFile {
    private PrivateFile() {}

    /// Replaces the file as a whole, mode 0600: a reader finds the old text or the new one.
    static void write(Path file, String text) throws IOException {
        Path draft = Files.createTempFile(file.getParent(), ".draft-", null, mode("rw-------"));
        try {
            Files.writeString(draft, text);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /// Makes the folder and those above it where they are missing, mode 0750.
    static void createFolders(Path folder) throws IOException {
        Files.createDirectories(folder, mode("rwxr-x---"));
    }

    private static FileAttribute<?>[] mode(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
