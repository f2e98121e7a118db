package org.huimages.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether a disk is full.
public final class DiskRoom {
    /// Where less is left the next file that is written will hardly fit.
    private static final long HARDLY_ANY = 1 << 20;

    private DiskRoom() {}

    /// Whether this is why something could not be written. The JDK has no type for ENOSPC and EDQUOT, and their
    /// texts come in the language of the machine: so the file system is asked where the failure names a file.
    /// Those of glibc, musl and macOS in English count too, for quotas of users, of inodes, and of other machines.
    public static boolean isFull(IOException thrown) {
        if (thrown instanceof FileSystemException file && isFull(file.getFile())) {
            return true;
        }
        String reason = thrown instanceof FileSystemException file ? file.getReason() : thrown.getMessage();
        String text = Objects.requireNonNullElse(reason, "").toLowerCase(Locale.ROOT);
        return text.contains("no space left") || text.contains("quota exceeded");
    }

    private static boolean isFull(@Nullable String file) {
        File parent = file == null ? null : new File(file).getAbsoluteFile().getParentFile();
        return parent != null && isFull(parent);
    }

    /// Whether hardly anything more can be written to where this folder lies.
    public static boolean isFull(Path folder) {
        return isFull(folder.toFile());
    }

    /// A folder that is not there has no total space.
    private static boolean isFull(File folder) {
        return folder.getTotalSpace() > 0 && folder.getUsableSpace() < HARDLY_ANY;
    }
}
