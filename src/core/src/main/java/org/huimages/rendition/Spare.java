package org.huimages.rendition;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.url.ImageFormat;

/// A folder in memory in which pictures are made while the disk is full: two at a time, since it is memory.
public final class Spare implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Spare.class.getName());
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Set<PosixFilePermission> MINE = PosixFilePermissions.fromString("rwx------");
    private static final FileAttribute<Set<PosixFilePermission>> FOR_ME = PosixFilePermissions.asFileAttribute(MINE);
    private static final int AT_ONCE = 2;
    private static final long MOST = 64L << 20;

    private final Path folder;
    private final Semaphore permits = new Semaphore(AT_ONCE);

    private Spare(Path folder) {
        this.folder = folder;
    }

    /// That of the cache in `cache`, which has one owner; what a crash left in it is removed. Empty where there is
    /// no memory to be had as a folder, or somebody else has taken the name.
    public static Optional<Spare> open(Path cache) {
        return open(cache, MEMORY);
    }

    static Optional<Spare> open(Path cache, Path memory) {
        if (!Files.isDirectory(memory)) {
            return Optional.empty();
        }
        String name = UUID.nameUUIDFromBytes(cache.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
        Path folder = memory.resolve("huimages-" + name);
        try {
            if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                Files.createDirectory(folder, FOR_ME);
            }
            checkMine(folder, cache);
            Leftovers.sweep(folder, leftover -> true);
            return Optional.of(new Spare(folder));
        } catch (IOException | UnsupportedOperationException notToBeHad) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "no pictures are made while the disk is full: {0}",
                    notToBeHad.toString());
            return Optional.empty();
        }
    }

    /// Anybody may make folders there.
    private static void checkMine(Path folder, Path cache) throws IOException {
        boolean mine = Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS)
                        .equals(MINE)
                && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(Files.getOwner(cache));
        if (!mine) {
            throw new IOException(folder + " is not a private folder of the user that the cache belongs to");
        }
    }

    public Path folder() {
        return folder;
    }

    /// Takes one of the places. To be [left][#leave].
    ///
    /// @throws FailureException [Failure.DiskFull] if none is free, or what was made is still being sent
    void enter() {
        if (bytes() >= MOST || !permits.tryAcquire()) {
            throw new Failure.DiskFull("the disk is full").exception();
        }
    }

    void leave() {
        permits.release();
    }

    private long bytes() {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException gone) {
            return MOST;
        }
    }

    /// A name for a file in the making.
    Path temporary(ImageFormat format) {
        return folder.resolve(UUID.randomUUID() + "." + format.extension());
    }

    boolean holds(Path file) {
        return file.startsWith(folder);
    }

    @Override
    public void close() {
        try {
            Leftovers.removeTree(folder);
        } catch (IOException nextTime) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be removed: {1}", folder, nextTime.toString());
        }
    }
}
