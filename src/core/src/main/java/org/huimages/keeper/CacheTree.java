package org.huimages.keeper;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The files of the cache as they lie there: `AB/ABC…01/240x160.jpeg`. What has another name or is a symbolic link
/// is not seen. Nothing is remembered.
///
/// @param blockSize what the file system allocates at a time, in bytes
record CacheTree(Path folder, CacheNames names, long blockSize) {

    /// Of a folder no more than this is read, so that what it takes does not depend on how much is in there.
    static final int MOST = 4096;

    private static final long USUAL_BLOCK = 4096;

    static CacheTree of(Path folder, CacheNames names) {
        return new CacheTree(folder, names, blockSize(folder));
    }

    private static long blockSize(Path folder) {
        try {
            return Math.max(1, Files.getFileStore(folder).getBlockSize());
        } catch (IOException | UnsupportedOperationException unknown) {
            return USUAL_BLOCK;
        }
    }

    /// The folders that pictures lie in.
    List<Path> prefixes() {
        return entries(folder, MOST, Prefixes::isOne);
    }

    Path prefix(int number) {
        return folder.resolve(Prefixes.name(number));
    }

    /// The pictures' folders in one of [#prefixes].
    List<Path> pictures(Path prefix, int most) {
        String start = name(prefix);
        return isFolder(prefix)
                ? entries(prefix, most, name -> name.startsWith(start) && names.isPicture(name))
                : List.of();
    }

    /// The files of a picture, not looked at yet.
    List<Path> files(Path picture, int most) {
        String folderName = name(picture);
        return isFolder(picture)
                ? entries(picture, most, name -> names.kind(folderName, name).isPresent())
                : List.of();
    }

    /// A look at one of [#files]; empty if it has gone, or is no file.
    Optional<CacheFile> look(Path file) {
        return FileFacts.of(file)
                .filter(facts -> facts.type() == FileFacts.Type.FILE)
                .flatMap(facts -> kind(file).map(kind -> new CacheFile(file, kind, bytes(facts), facts.used())));
    }

    private Optional<FileKind> kind(Path file) {
        return names.kind(name(file.getParent()), name(file));
    }

    private long bytes(FileFacts facts) {
        return facts.links() > 1 ? 0 : facts.blocks(blockSize);
    }

    /// What a file takes, or would take in the cache; 0 if it is not there, or has another name too.
    long bytesOf(Path file) {
        return FileFacts.of(file).map(this::bytes).orElse(0L);
    }

    /// What a folder takes by itself; 0 if it is not there.
    long bytesOfFolder(Path path) {
        return FileFacts.of(path).map(facts -> facts.blocks(blockSize)).orElse(0L);
    }

    /// What the folders take that have to be made for a picture first.
    ///
    /// @param picture the name of its folder
    long bytesOfMissingFolders(String picture) {
        Path prefix = prefix(Prefixes.of(picture));
        if (Files.exists(prefix.resolve(picture))) {
            return 0;
        }
        return Files.exists(prefix) ? blockSize : 2 * blockSize;
    }

    /// What a picture's folder takes with all that is in it.
    Use use(Path picture) {
        return files(picture, Integer.MAX_VALUE).stream()
                .map(this::look)
                .flatMap(Optional::stream)
                .map(file -> new Use(file.bytes(), 1))
                .reduce(new Use(bytesOfFolder(picture), 0), Use::plus);
    }

    static String name(@Nullable Path path) {
        return path == null ? "" : String.valueOf(path.getFileName());
    }

    static boolean isFolder(Path path) {
        return FileFacts.of(path)
                .filter(facts -> facts.type() == FileFacts.Type.FOLDER)
                .isPresent();
    }

    private static List<Path> entries(Path folder, int most, Predicate<String> ours) {
        List<Path> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            int read = 0;
            for (Path entry : stream) {
                if (ours.test(name(entry))) {
                    entries.add(entry);
                }
                read++;
                if (read >= most) {
                    break;
                }
            }
        } catch (IOException | DirectoryIteratorException gone) {
            return entries;
        }
        return entries;
    }
}
