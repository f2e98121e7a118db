package org.huimages.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.huimages.file.DurableFile;
import org.huimages.file.Leftovers;
import org.huimages.file.Links;
import org.huimages.original.OriginalStore;
import org.huimages.url.ImageId;

/// Originals as plain files: `AB/ABC…01`, read-only, named by their ID as in S3.
///
/// A file appears by rename after its bytes are on the disk, and its folder's entry is on the disk before [#put]
/// returns. Where the file systems are the same, bytes are never copied: links are.
public final class FileOriginalStore implements OriginalStore {
    private static final System.Logger LOG = System.getLogger(FileOriginalStore.class.getName());
    private static final String UNFINISHED = ".tmp-";
    private static final int SHARD_CHARACTERS = 2;

    private final Path folder;

    private FileOriginalStore(Path folder) {
        this.folder = folder;
    }

    /// Opens the store in `folder`, which is made when missing.
    public static FileOriginalStore open(Path folder) throws IOException {
        Files.createDirectories(folder);
        Leftovers.sweep(folder, FileOriginalStore::isUnfinished);
        return new FileOriginalStore(folder);
    }

    /// What a crash left was never acknowledged.
    private static boolean isUnfinished(Path file) {
        return file.getFileName().toString().startsWith(UNFINISHED);
    }

    @Override
    public boolean put(ImageId id, Path file) throws IOException {
        if (Files.exists(file(id))) {
            DurableFile.force(shard(id)); // who put it may have been killed before he could
            return false;
        }
        Path unfinished = folder.resolve(UNFINISHED + UUID.randomUUID());
        try {
            Links.linkOrCopy(file, unfinished);
            DurableFile.force(unfinished);
            makeReadOnly(unfinished);
            makeFolder(shard(id));
            return publish(unfinished, id);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /// A link to it may lie in the cache, where people tidy up; some file systems cannot do this, which is no
    /// harm.
    private static void makeReadOnly(Path file) {
        if (!file.toFile().setReadOnly()) {
            LOG.log(System.Logger.Level.DEBUG, "{0} stays writable", file);
        }
    }

    private void makeFolder(Path shard) throws IOException {
        if (!Files.isDirectory(shard)) {
            Files.createDirectories(shard);
            DurableFile.force(folder);
        }
    }

    /// A link, unlike a rename, is refused where something is there: of two writers one wins.
    private boolean publish(Path unfinished, ImageId id) throws IOException {
        Path target = file(id);
        try {
            Files.createLink(target, unfinished);
        } catch (FileAlreadyExistsException there) {
            return false;
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        }
        DurableFile.force(shard(id));
        return true;
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        try {
            Links.linkOrCopy(file(id), target);
            return true;
        } catch (NoSuchFileException missing) {
            if (Files.exists(file(id))) {
                throw missing; // it is the target that cannot be made
            }
            return false;
        }
    }

    @Override
    public OptionalLong length(ImageId id) throws IOException {
        try {
            return OptionalLong.of(Files.size(file(id)));
        } catch (NoSuchFileException missing) {
            return OptionalLong.empty();
        }
    }

    @Override
    public boolean delete(ImageId id) throws IOException {
        boolean deleted = Files.deleteIfExists(file(id));
        if (deleted) {
            DurableFile.force(shard(id));
        }
        return deleted;
    }

    @Override
    @SuppressWarnings("StreamResourceLeak") // the caller closes it, as the contract says
    public Stream<ImageId> list() throws IOException {
        return Files.list(folder)
                .filter(FileOriginalStore::isShard)
                .flatMap(FileOriginalStore::entries)
                .flatMap(file -> original(file).stream());
    }

    private static boolean isShard(Path path) {
        return path.getFileName().toString().length() == SHARD_CHARACTERS && Files.isDirectory(path);
    }

    @SuppressWarnings("StreamResourceLeak") // flatMap closes it
    private static Stream<Path> entries(Path shard) {
        try {
            return Files.list(shard);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Optional<ImageId> original(Path file) {
        return ImageId.parse(file.getFileName().toString())
                .filter(id -> file(id).equals(file) && Files.isRegularFile(file));
    }

    private Path file(ImageId id) {
        return shard(id).resolve(id.text());
    }

    /// At most 1,024 folders: the first two characters of a checksum are spread evenly.
    private Path shard(ImageId id) {
        return folder.resolve(id.text().substring(0, SHARD_CHARACTERS));
    }

    @Override
    public void close() {
        // plain files hold nothing open
    }
}
