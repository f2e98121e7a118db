package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.failure.SetupException;

/// The folder that a cache lies in, known as ours by a marker.
final class CacheFolder {
    private static final String MARKER = ".huimages-cache";

    private CacheFolder() {}

    /// Makes the folder when missing.
    ///
    /// @param precious folders that must neither hold the cache nor lie in it, since files in a cache are removed
    /// @return its absolute path
    /// @throws SetupException if the folder overlaps a precious one or holds something that is not a cache
    static Path checked(Path folder, List<Path> precious) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path other : precious) {
            checkApart(real(absolute), real(other.toAbsolutePath().normalize()));
        }
        checkEmptyOrOurs(absolute);
        return absolute;
    }

    /// The marker comes before anything else: what a crash leaves is known as ours.
    static void mark(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve(MARKER), new byte[0]);
    }

    private static void checkApart(Path cache, Path precious) {
        if (cache.startsWith(precious) || precious.startsWith(cache)) {
            throw new SetupException("HUIMAGES_CACHE is " + cache + ", but files in a cache are removed and " + precious
                    + " is not to be; choose another folder");
        }
    }

    /// Where a folder really lies, symbolic links followed as far as there is something yet.
    private static Path real(Path absolute) throws IOException {
        Path parent = absolute.getParent();
        return parent == null || Files.exists(absolute)
                ? absolute.toRealPath()
                : real(parent).resolve(absolute.getFileName());
    }

    private static void checkEmptyOrOurs(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve(MARKER))) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new SetupException("HUIMAGES_CACHE is " + folder
                        + ", which is not empty and was not made by huImages; choose an empty folder");
            }
        }
    }
}
