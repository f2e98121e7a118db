package org.huimages.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// The same bytes under a second name.
public final class Links {
    private Links() {}

    /// A hard link where the file system has them, a copy else. `target` must not exist.
    ///
    /// @throws NoSuchFileException if `file` is not there
    public static void linkOrCopy(Path file, Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (NoSuchFileException missing) {
            throw missing;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(file, target);
        }
    }
}
