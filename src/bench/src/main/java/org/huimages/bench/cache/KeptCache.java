package org.huimages.bench.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.huimages.keeper.CacheKeeper;
import org.huimages.keeper.CacheNames;
import org.huimages.keeper.Change;
import org.huimages.keeper.FileKind;
import org.huimages.keeper.KeeperLimits;
import org.huimages.keeper.MinFree;
import org.huimages.keeper.Room;
import org.huimages.url.ImageId;
import org.huimages.vips.LinuxDisk;

/// A cache in a folder, filled as that of the server is.
final class KeptCache {
    private static final CacheNames NAMES = new CacheNames() {
        @Override
        public boolean isPicture(String folder) {
            return ImageId.parse(folder).isPresent();
        }

        @Override
        public Optional<FileKind> kind(String folder, String file) {
            return Optional.of(FileKind.RENDITION);
        }
    };

    private final Path folder;
    private final byte[] content;
    final CacheKeeper keeper;

    KeptCache(Path folder, long maxBytes, int fileBytes, InstantSource clock) throws IOException {
        this.folder = folder;
        this.content = new byte[fileBytes];
        Files.createDirectories(folder.resolve(".tmp"));
        KeeperLimits limits = new KeeperLimits(maxBytes, new MinFree.Bytes(0));
        this.keeper = CacheKeeper.open(folder, NAMES, limits, new LinuxDisk(), clock);
    }

    Path file(int picture, int size) {
        String name = id(picture);
        return folder.resolve(name.substring(0, 2)).resolve(name).resolve(size + "x1.jpeg");
    }

    private static String id(int picture) {
        try {
            byte[] number = ByteBuffer.allocate(Integer.BYTES).putInt(picture).array();
            return ImageId.of(MessageDigest.getInstance("SHA-1").digest(number), "01")
                    .text();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Without the keeper.
    void lay(int picture, int sizes) throws IOException {
        Files.createDirectories(file(picture, 0).getParent());
        for (int size = 0; size < sizes; size++) {
            Files.write(file(picture, size), content);
        }
    }

    /// @return whether there was room
    boolean put(int picture, int size) throws IOException {
        Path finished =
                Files.write(folder.resolve(".tmp").resolve(UUID.randomUUID().toString()), content);
        Path file = file(picture, size);
        String name = id(picture);
        try (Room room = keeper.room(finished, name)) {
            if (!room.isGranted()) {
                Files.delete(finished);
                return false;
            }
            try (Change change = keeper.change(name)) {
                change.removing(file);
                place(finished, file, change);
                change.added(file);
            }
            return true;
        }
    }

    private static void place(Path finished, Path file, Change change) throws IOException {
        Path picture = Objects.requireNonNull(file.getParent());
        Path prefix = Objects.requireNonNull(picture.getParent());
        while (Files.exists(finished)) {
            try {
                for (Path each : List.of(prefix, picture)) {
                    make(each, change);
                }
                Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE);
            } catch (NoSuchFileException evicted) {
                Thread.onSpinWait();
            }
        }
    }

    private static void make(Path each, Change change) throws IOException {
        if (!Files.exists(each)) {
            try {
                Files.createDirectory(each);
                change.addedFolder(each);
            } catch (FileAlreadyExistsException there) {
                return;
            }
        }
    }
}
