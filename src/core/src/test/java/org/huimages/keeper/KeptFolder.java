package org.huimages.keeper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// A cache in a real folder, filled as the cache of renditions is. The clock is an hour ahead, so that nothing is
/// too young to go.
final class KeptFolder {
    static final long BLOCK = 4096;
    static final CacheNames NAMES = new CacheNames() {
        @Override
        public boolean isPicture(String folder) {
            return folder.matches("[A-Z2-7]{32}[0-9]{2}");
        }

        @Override
        public Optional<FileKind> kind(String folder, String file) {
            if (file.matches("p[0-9]+\\.jpeg")) {
                return Optional.of(FileKind.LEVEL);
            }
            return file.matches("[0-9]+x[0-9]+\\.jpeg|o\\.jpeg")
                    ? Optional.of(file.startsWith("o.") ? FileKind.ORIGINAL : FileKind.RENDITION)
                    : Optional.empty();
        }
    };

    final Path folder;
    final AtomicReference<DiskSpace> space = new AtomicReference<>(DiskSpace.UNKNOWN);
    Duration ahead = Duration.ofHours(1);
    CacheKeeper keeper;

    KeptFolder(Path folder, long maxBytes) {
        this(folder, new KeeperLimits(maxBytes, new MinFree.Bytes(0)));
    }

    KeptFolder(Path folder, KeeperLimits limits) {
        this.folder = folder;
        this.keeper = open(limits);
    }

    /// As after a halt, if the keeper before was not closed.
    void reopen(long maxBytes) {
        keeper = open(new KeeperLimits(maxBytes, new MinFree.Bytes(0)));
    }

    private CacheKeeper open(KeeperLimits limits) {
        try {
            Files.createDirectories(folder.resolve(".tmp"));
            InstantSource clock = () -> Instant.now().plus(ahead);
            return CacheKeeper.open(folder, NAMES, limits, where -> space.get(), clock);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The folder of a picture: one that has the same number has the same folder.
    Path picture(int number) {
        String digits = Integer.toString(number, 32).toUpperCase(Locale.ROOT);
        String letters = digits.chars()
                .map(digit -> digit < 'A' ? 'A' + digit - '0' : digit - 'A' < 16 ? digit + 10 : digit - 'Q' + '2')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .reverse()
                .toString();
        String name = (letters + "A".repeat(32)).substring(0, 32) + "01";
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }

    static Path parent(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    /// @return the file; empty if there was no room
    Optional<Path> put(int picture, String name, int bytes) {
        try {
            Path finished = folder.resolve(".tmp").resolve(UUID.randomUUID().toString());
            return publish(
                    Files.write(finished, new byte[bytes]), picture(picture).resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Optional<Path> publish(Path finished, Path file) throws IOException {
        String name = name(parent(file));
        try (Room room = keeper.room(finished, name)) {
            if (!room.isGranted()) {
                Files.delete(finished);
                return Optional.empty();
            }
            try (Change change = keeper.change(name)) {
                change.removing(file);
                move(finished, file, change);
                change.added(file);
            }
            return Optional.of(file);
        }
    }

    /// Until no folder has been removed by the keeper in between.
    private static void move(Path finished, Path file, Change change) throws IOException {
        while (Files.exists(finished)) {
            try {
                makeFolder(parent(parent(file)), change);
                makeFolder(parent(file), change);
                Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException gone) {
                Thread.onSpinWait();
            }
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

    /// One that was last read and written so many days ago.
    Path putOld(int picture, String name, int bytes, int days) {
        Path file = put(picture, name, bytes).orElseThrow();
        age(file, days, days);
        return file;
    }

    static void age(Path file, int daysSinceRead, int daysSinceWritten) {
        Instant now = Instant.now();
        try {
            Files.getFileAttributeView(file, BasicFileAttributeView.class)
                    .setTimes(
                            FileTime.from(now.minus(Duration.ofDays(daysSinceWritten))),
                            FileTime.from(now.minus(Duration.ofDays(daysSinceRead))),
                            null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Use used() {
        CacheReport report = keeper.report();
        return new Use(report.bytes(), report.files());
    }

    /// What really lies there, counted by other code than the keeper's.
    Use really() {
        Use sum = Use.NONE;
        try (Stream<Path> prefixes = Files.list(folder)) {
            for (Path prefix : (Iterable<Path>) prefixes.filter(path -> !isOurs(path))::iterator) {
                sum = sum.plus(really(prefix));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return sum;
    }

    private static boolean isOurs(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    private static Use really(Path path) {
        try {
            boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
            if (!isFolder && (int) Files.getAttribute(path, "unix:nlink") > 1) {
                return new Use(0, 1);
            }
            long blocks = Math.max(isFolder ? 1 : 0, (Files.size(path) + BLOCK - 1) / BLOCK);
            Use sum = new Use(blocks * BLOCK, isFolder ? 0 : 1);
            if (isFolder) {
                try (Stream<Path> entries = Files.list(path)) {
                    for (Path entry : (Iterable<Path>) entries::iterator) {
                        sum = sum.plus(really(entry));
                    }
                }
            }
            return sum;
        } catch (IOException | UncheckedIOException gone) {
            return Use.NONE;
        }
    }
}
