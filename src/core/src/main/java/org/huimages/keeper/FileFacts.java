package org.huimages.keeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// One look at a file or folder, symbolic links not followed.
///
/// @param length in bytes
/// @param links names that it has, a hard link being one; 1 where that is not known
/// @param used when somebody last read or wrote it, as far as the file system notes it: under `relatime` reading
///     counts once a day, under `noatime` never
record FileFacts(Type type, long length, int links, Instant used) {
    private static final String UNIX =
            "unix:isRegularFile,isDirectory,size,nlink,lastAccessTime,lastModifiedTime,ctime";

    enum Type {
        FILE,
        FOLDER,
        OTHER
    }

    /// Empty if there is no such file (any more). 2 µs once the file system has it in memory.
    static Optional<FileFacts> of(Path path) {
        try {
            return Optional.of(look(path));
        } catch (IOException gone) {
            return Optional.empty();
        }
    }

    private static FileFacts look(Path path) throws IOException {
        try {
            return ofUnix(Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException notUnix) {
            BasicFileAttributes basic =
                    Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant used = latest(basic.lastAccessTime(), basic.lastModifiedTime());
            return new FileFacts(type(basic.isRegularFile(), basic.isDirectory()), basic.size(), 1, used);
        }
    }

    /// Another name for the same file is made without reading or writing it, and counts as a use.
    private static FileFacts ofUnix(Map<String, Object> unix) {
        int links = (int) value(unix, "nlink");
        FileTime read = (FileTime) value(unix, "lastAccessTime");
        FileTime written = (FileTime) value(unix, "lastModifiedTime");
        FileTime changed = links > 1 ? (FileTime) value(unix, "ctime") : written;
        Type type = type((boolean) value(unix, "isRegularFile"), (boolean) value(unix, "isDirectory"));
        return new FileFacts(type, (long) value(unix, "size"), links, latest(read, written, changed));
    }

    private static Object value(Map<String, Object> attributes, String name) {
        return Objects.requireNonNull(attributes.get(name), name);
    }

    private static Instant latest(FileTime... times) {
        return Stream.of(times).map(FileTime::toInstant).max(Instant::compareTo).orElseThrow();
    }

    private static Type type(boolean isFile, boolean isFolder) {
        if (isFile) {
            return Type.FILE;
        }
        return isFolder ? Type.FOLDER : Type.OTHER;
    }

    /// What the file system allocates for it: whole blocks. Java does not tell `st_blocks`; for files that are
    /// written once and never sparse the length rounded up is the same. A folder has one block at least.
    long blocks(long blockSize) {
        long least = type == Type.FOLDER ? 1 : 0;
        return Math.max(least, (length + blockSize - 1) / blockSize) * blockSize;
    }
}
