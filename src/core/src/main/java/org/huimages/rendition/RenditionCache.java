package org.huimages.rendition;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.huimages.failure.FailureException;
import org.huimages.failure.SetupException;
import org.huimages.file.DiskRoom;
import org.huimages.file.Leftovers;
import org.huimages.file.Links;
import org.huimages.keeper.CacheKeeper;
import org.huimages.keeper.Change;
import org.huimages.keeper.Disk;
import org.huimages.keeper.KeeperLimits;
import org.huimages.keeper.KeeperTimer;
import org.huimages.keeper.Room;
import org.huimages.keeper.StoreDisk;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// Finished renditions as plain files, one folder a picture, for anything that can send a file.
///
/// A file appears by rename, complete; any of them may be removed at any time, by hand too. Thread-safe; it does
/// **not** keep two makers from the same file, which is what [SingleFlight] is for.
public final class RenditionCache {
    private static final System.Logger LOG = System.getLogger(RenditionCache.class.getName());
    private static final String UNFINISHED = ".tmp";

    /// Where the cache's files in memory are found by who sends files of the cache.
    static final String SPARE = ".spare";

    private static final int ATTEMPTS = 5;
    private static final Duration FORGOTTEN = Duration.ofHours(1);

    private final Path folder;
    private final Path unfinished;
    private final CacheKeeper keeper;
    private final Optional<Spare> spare;

    private RenditionCache(Path folder, CacheKeeper keeper, Optional<Spare> spare) {
        this.spare = spare;
        this.folder = folder;
        this.keeper = keeper;
        this.unfinished = folder.resolve(UNFINISHED);
    }

    /// Opens the cache in `folder`, which is made when missing, without limits.
    ///
    /// @param precious folders that must neither hold the cache nor lie in it, since files in a cache are removed
    /// @throws SetupException if the folder overlaps a precious one or holds something that is not a cache
    public static RenditionCache open(Path folder, List<Path> precious) throws IOException {
        return open(folder, precious, KeeperLimits.NONE, new StoreDisk());
    }

    /// Opens the cache in `folder`, which is made when missing, and sweeps what a crash left unfinished.
    ///
    /// @param precious folders that must neither hold the cache nor lie in it, since files in a cache are removed
    /// @throws SetupException if the folder overlaps a precious one or holds something that is not a cache
    public static RenditionCache open(Path folder, List<Path> precious, KeeperLimits limits, Disk disk)
            throws IOException {
        Path checked = CacheFolder.checked(folder, precious);
        makeFolders(checked);
        Leftovers.sweep(checked.resolve(UNFINISHED), leftover -> true);
        return new RenditionCache(
                checked,
                CacheKeeper.open(checked, new RenditionNames(), limits, disk, InstantSource.system()),
                Optional.empty());
    }

    /// The same, with a folder in memory for when the disk is full.
    public RenditionCache with(Spare memory) {
        return new RenditionCache(folder, keeper, Optional.of(memory));
    }

    /// Where pictures are made while the disk is full, if there is such a place.
    public Optional<Spare> spare() {
        return spare;
    }

    /// At the first start, and whenever somebody has removed the whole cache.
    private static void makeFolders(Path folder) throws IOException {
        Path unfinished = folder.resolve(UNFINISHED);
        if (!Files.isDirectory(unfinished)) {
            CacheFolder.mark(folder);
            Files.createDirectories(unfinished);
        }
    }

    /// Has the cache kept within its limits in the background, until what is returned is closed. Nothing may be
    /// done to the cache afterwards.
    public AutoCloseable keep() {
        KeeperTimer timer = new KeeperTimer(keeper, this::sweepForgotten);
        timer.start();
        return timer;
    }

    /// What is to be told of it.
    public CacheKeeper keeper() {
        return keeper;
    }

    /// What was made for somebody who was gone by then.
    private void sweepForgotten() {
        Instant longAgo = Instant.now().minus(FORGOTTEN);
        try {
            Leftovers.sweep(unfinished, file -> isOlder(file, longAgo));
        } catch (IOException nextTime) {
            LOG.log(System.Logger.Level.WARNING, "{0} cannot be swept: {1}", unfinished, nextTime.toString());
        }
    }

    private static boolean isOlder(Path file, Instant moment) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .creationTime()
                    .toInstant()
                    .isBefore(moment);
        } catch (IOException gone) {
            return false;
        }
    }

    public Path folder() {
        return folder;
    }

    /// Where the file lies, or would lie.
    public Path file(CacheKey key) {
        return folder.resolve(key.location());
    }

    /// Where a file of the cache lies in it, with `/` between folders.
    String location(Path file) {
        if (isInMemory(file)) {
            return SPARE + "/" + file.getFileName();
        }
        return folder.relativize(file).toString().replace(File.separatorChar, '/');
    }

    /// The file at a location, in the cache or in memory. The inverse of [#location].
    public Path at(String location) {
        return spare.filter(memory -> location.startsWith(SPARE + "/"))
                .map(memory -> memory.folder().resolve(location.substring(SPARE.length() + 1)))
                .orElseGet(() -> folder.resolve(location));
    }

    public boolean holds(CacheKey key) {
        return Files.isRegularFile(file(key));
    }

    /// Whether there is any rendition of the picture in this format.
    public boolean holdsAny(ImageId id, ImageFormat format) {
        String[] names = folder.resolve(CacheKey.folder(id)).toFile().list();
        return names != null && Arrays.stream(names).anyMatch(name -> isRendition(id, name, format));
    }

    private static boolean isRendition(ImageId id, String name, ImageFormat format) {
        return RenditionKey.of(id, name)
                .filter(key -> key.format() == format && !(key.size() instanceof Size.Original))
                .isPresent();
    }

    /// Whether there is any file of this picture.
    public boolean holdsAnyOf(ImageId id) {
        return Files.isDirectory(folder.resolve(CacheKey.folder(id)));
    }

    /// Whether there is no file of any picture.
    public boolean isEmpty() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(Path::getFileName).map(Path::toString).noneMatch(name -> name.length() == 2);
        } catch (IOException unreadable) {
            return false;
        }
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

    /// A name for a file in the making, on the same file system as its later place. To be [published][#publish],
    /// or [discarded][Leftovers#discard] by the caller.
    Path temporary(ImageFormat format) {
        try {
            makeFolders(folder);
        } catch (IOException failed) {
            throw failure(failed);
        }
        return unfinished.resolve(UUID.randomUUID() + "." + format.extension());
    }

    /// Removes all files of a picture. Who makes one meanwhile has to look at the picture's document, under its
    /// lock, before it is [published][#publish].
    ///
    /// @throws FailureException [Failure.Internal] if they cannot be removed: then they are still sent
    public void remove(ImageId id) {
        Path gone = unfinished.resolve(UUID.randomUUID().toString());
        try (Change change = keeper.change(id.text())) {
            remove(folder.resolve(CacheKey.folder(id)), gone, change);
        } catch (NoSuchFileException nothingThere) {
            // there is nothing of it
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    private void remove(Path picture, Path gone, Change change) throws IOException {
        makeFolders(folder);
        change.removingFolder(picture);
        try {
            Files.move(picture, gone, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            change.undo();
            throw failed;
        }
        Leftovers.removeTree(gone);
    }

    /// Removes one file, if it is there.
    void remove(LevelKey key) {
        Path file = file(key);
        try (Change change = keeper.change(key.id().text())) {
            change.removing(file);
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /// Removes those files of a picture that a focal point decides about.
    public void removeCrops(ImageId id) {
        try (Change change = keeper.change(id.text());
                Stream<Path> files = Files.list(folder.resolve(CacheKey.folder(id)))) {
            for (Path crop : (Iterable<Path>) files.filter(RenditionCache::isCrop)::iterator) {
                change.removing(crop);
                Leftovers.removeTree(crop);
            }
        } catch (NoSuchFileException nothingThere) {
            // there is nothing of it
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    private static boolean isCrop(Path file) {
        return String.valueOf(file.getFileName()).contains("!.");
    }

    /// A second name for a finished file, under which it can be read whoever removes it from the cache meanwhile;
    /// empty if it is not there. To be [discarded][Leftovers#discard] by the caller.
    ///
    /// @param held the name
    Optional<Path> hold(CacheKey key, Path held) {
        try {
            Links.linkOrCopy(file(key), held);
            return Optional.of(held);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /// The same of the original, whatever it is.
    boolean holdOriginal(ImageId id, Path held) {
        return originals(id).anyMatch(original -> hold(original, held).isPresent());
    }

    /// Whether the original is there, whatever it is.
    boolean holdsOriginal(ImageId id) {
        return originals(id).findAny().isPresent();
    }

    private Stream<RenditionKey> originals(ImageId id) {
        return Stream.of(ImageFormat.values())
                .map(format -> new RenditionKey(id, new Size.Original(), format))
                .filter(this::holds);
    }

    /// Whether hardly anything can be written to the disk.
    boolean isFull() {
        return DiskRoom.isFull(folder);
    }

    /// Asks for room for a finished file; there is none for one that was made in memory. To be closed once it is
    /// published, or is not to be.
    Room room(Path finished, CacheKey key) {
        return isInMemory(finished) ? Room.NONE : keeper.room(finished, key.id().text());
    }

    private boolean isInMemory(Path file) {
        return spare.isPresent() && spare.get().holds(file);
    }

    /// The same file under another name, for somebody else.
    Rendition.Once again(Rendition.Once once) {
        Path file = once.file()
                .resolveSibling(UUID.randomUUID() + "." + once.key().format().extension());
        try {
            Links.linkOrCopy(once.file(), file);
            return new Rendition.Once(file, location(file), once.key(), once.hidden());
        } catch (IOException failed) {
            throw failure(failed);
        }
    }

    /// Makes a finished file appear in its place. Whatever comes of it, the file under its unfinished name is gone
    /// afterwards: a rename between two links to the same bytes succeeds and does nothing (rename(2)).
    ///
    /// The picture's folder is made where it is missing. So the caller has to know that the picture may be shown:
    /// he has its lock, under which pictures are removed too, and has looked at its document.
    void publish(Path finished, CacheKey key) {
        Path file = file(key);
        try (Change change = keeper.change(key.id().text())) {
            change.removing(file);
            try {
                place(finished, key, change);
            } finally {
                change.added(file);
            }
        } catch (IOException failed) {
            throw failure(failed);
        } finally {
            Leftovers.discard(finished);
        }
    }

    /// The keeper removes folders that are empty, perhaps one of these between our making and our using it.
    private void place(Path finished, CacheKey key, Change change) throws IOException {
        for (int attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                Files.move(finished, file(key), StandardCopyOption.ATOMIC_MOVE);
                return;
            } catch (NoSuchFileException noFolder) {
                makeFolders(key, change);
            }
        }
        Files.move(finished, file(key), StandardCopyOption.ATOMIC_MOVE);
    }

    private void makeFolders(CacheKey key, Change change) throws IOException {
        try {
            makeFolder(folder.resolve(key.prefix()), change);
            makeFolder(folder.resolve(key.folder()), change);
        } catch (NoSuchFileException goneAgain) {
            // there may be another attempt
        }
    }

    private static void makeFolder(Path folder, Change change) throws IOException {
        try {
            Files.createDirectory(folder);
            change.addedFolder(folder);
        } catch (FileAlreadyExistsException there) {
            // it is what we want
        }
    }

    private FailureException failure(IOException thrown) {
        return FailureException.ofDisk(thrown, folder);
    }
}
