package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huimages.failure.FailureException;
import org.huimages.failure.SetupException;

/// Finished renditions as plain files, one folder a picture, for anything that can send a file.
///
/// A file appears by rename, complete; any of them may be removed at any time, by hand too. Thread-safe; it does
/// **not** keep two makers from the same file, which is what [SingleFlight] is for.
public final class RenditionCache {
    private static final String MARKER = ".huimages-cache";
    private static final String UNFINISHED = ".tmp";

    private final Path folder;
    private final Path unfinished;

    private RenditionCache(Path folder) {
        this.folder = folder;
        this.unfinished = folder.resolve(UNFINISHED);
    }

    /// Opens the cache in `folder`, which is made when missing, and sweeps what a crash left unfinished.
    ///
    /// @param precious folders that must neither hold the cache nor lie in it, since files in a cache are removed
    /// @throws SetupException if the folder overlaps a precious one or holds something that is not a cache
    public static RenditionCache open(Path folder, List<Path> precious) throws IOException {
        Files.createDirectories(folder);
        Path real = folder.toRealPath();
        for (Path other : precious) {
            checkApart(real, real(other));
        }
        checkMarked(real);
        RenditionCache cache = new RenditionCache(real);
        cache.sweep();
        return cache;
    }

    /// Without symbolic links, as far as the path exists.
    private static Path real(Path path) throws IOException {
        Path absolute = path.toAbsolutePath().normalize();
        if (Files.exists(absolute)) {
            return absolute.toRealPath();
        }
        Path parent = absolute.getParent();
        return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
    }

    private static void checkApart(Path cache, Path precious) {
        if (cache.startsWith(precious) || precious.startsWith(cache)) {
            throw new SetupException("HUIMAGES_CACHE is " + cache + ", but files in a cache are removed and " + precious
                    + " is not to be; choose another folder");
        }
    }

    private static void checkMarked(Path folder) throws IOException {
        Path marker = folder.resolve(MARKER);
        if (Files.exists(marker)) {
            return;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            if (entries.findAny().isPresent()) {
                throw new SetupException("HUIMAGES_CACHE is " + folder
                        + ", which is not empty and was not made by huImages; choose an empty folder");
            }
        }
        mark(folder);
    }

    private static void mark(Path folder) throws IOException {
        Files.write(folder.resolve(MARKER), new byte[0]);
    }

    private void sweep() throws IOException {
        Files.createDirectories(unfinished);
        try (Stream<Path> leftovers = Files.list(unfinished)) {
            for (Path leftover : (Iterable<Path>) leftovers::iterator) {
                Files.deleteIfExists(leftover);
            }
        }
    }

    public Path folder() {
        return folder;
    }

    /// Where the file lies, or would lie.
    public Path file(RenditionKey key) {
        return folder.resolve(key.location());
    }

    public boolean holds(RenditionKey key) {
        return Files.isRegularFile(file(key));
    }

    /// Somebody has emptied the folder, which he may.
    private void restore() throws IOException {
        Files.createDirectories(unfinished);
        mark(folder);
    }

    /// A name for a file in the making, on the same file system as its later place. The picture's folder exists
    /// afterwards; [#publish] never makes it, so that a picture that was removed meanwhile stays removed.
    Path unfinished(RenditionKey key) {
        try {
            if (!Files.isDirectory(unfinished)) {
                restore();
            }
            Files.createDirectories(folder.resolve(key.folder()));
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
        return unfinished.resolve(UUID.randomUUID() + "." + key.format().extension());
    }

    /// A second name for a finished file, under which it can be read whoever removes it from the cache meanwhile;
    /// empty if it is not there. To be [discarded][#discard] by the caller.
    Optional<Path> hold(RenditionKey key) {
        Path held = unfinished(key);
        try {
            link(held, file(key));
            return Optional.of(held);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
    }

    private static void link(Path link, Path file) throws IOException {
        try {
            Files.createLink(link, file);
        } catch (NoSuchFileException gone) {
            throw gone;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.copy(file, link);
        }
    }

    static void discard(Path finished) {
        try {
            Files.deleteIfExists(finished);
        } catch (IOException leftForTheSweep) {
            // it is swept at the next start
        }
    }

    /// Makes a finished file appear in its place. (Renaming one link to a file over another of the same file does
    /// nothing, and says that it was done: hence the second look at what is to be gone.)
    void publish(Path finished, RenditionKey key) {
        try {
            Files.move(finished, file(key), StandardCopyOption.ATOMIC_MOVE);
            Files.deleteIfExists(finished);
        } catch (IOException failed) {
            discard(finished);
            throw FailureException.ofDisk(failed);
        }
    }
}
