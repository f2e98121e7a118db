package org.huimages.rendition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.failure.SetupException;
import org.huimages.file.Leftovers;
import org.huimages.file.Links;

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
        Path absolute = folder.toAbsolutePath().normalize();
        for (Path other : precious) {
            checkApart(real(absolute), real(other.toAbsolutePath().normalize()));
        }
        checkEmptyOrOurs(absolute);
        RenditionCache cache = new RenditionCache(absolute);
        cache.sweep();
        return cache;
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

    private void sweep() throws IOException {
        makeFolders();
        Leftovers.sweep(unfinished, leftover -> true);
    }

    /// At the first start, and whenever somebody has removed the whole cache. The marker comes first: what a
    /// crash leaves is known as ours.
    private void makeFolders() throws IOException {
        if (!Files.isDirectory(unfinished)) {
            Files.createDirectories(folder);
            Files.write(folder.resolve(MARKER), new byte[0]);
            Files.createDirectories(unfinished);
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

    /// A finished rendition that can stand in for one that cannot be made now.
    Optional<RenditionKey> substitute(RenditionKey wanted) {
        try (Stream<Path> files = Files.list(folder.resolve(wanted.folder()))) {
            return Substitute.of(
                    wanted,
                    files.flatMap(file -> RenditionKey.of(wanted.id(), String.valueOf(file.getFileName())).stream()));
        } catch (IOException | UncheckedIOException nothingThere) {
            return Optional.empty();
        }
    }

    /// A name for a file in the making, on the same file system as its later place. The picture's folder exists
    /// afterwards; [#publish] never makes it, so that a picture that was removed meanwhile stays removed.
    Path unfinished(RenditionKey key) {
        try {
            makeFolders();
            Files.createDirectories(folder.resolve(key.folder()));
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
        return unfinished.resolve(UUID.randomUUID() + "." + key.format().extension());
    }

    /// A second name for a finished file, under which it can be read whoever removes it from the cache meanwhile;
    /// empty if it is not there. To be [discarded][Leftovers#discard] by the caller.
    Optional<Path> hold(RenditionKey key) {
        Path held = unfinished(key);
        try {
            Links.linkOrCopy(file(key), held);
            return Optional.of(held);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        }
    }

    /// Makes a finished file appear in its place. Whatever comes of it, the file under its unfinished name is gone
    /// afterwards: a rename between two links to the same bytes succeeds and does nothing (rename(2)).
    ///
    /// @throws FailureException [Failure.Unavailable] if the picture's folder was removed meanwhile
    void publish(Path finished, RenditionKey key) {
        try {
            Files.move(finished, file(key), StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException removed) {
            throw new Failure.Unavailable("the picture was removed while it was made", Duration.ofSeconds(1))
                    .exception(removed);
        } catch (IOException failed) {
            throw FailureException.ofDisk(failed);
        } finally {
            Leftovers.discard(finished);
        }
    }
}
