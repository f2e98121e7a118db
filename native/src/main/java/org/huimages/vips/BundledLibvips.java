package org.huimages.vips;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.huimages.failure.SetupException;

/// libvips as it comes in a JAR: unpacked once for every application and every redeploy of a JVM, since a library
/// can be mapped only from a file and its counters are one for the process.
///
/// @param library the resource
/// @param sha256 what it has to be, 64 lower-case hexadecimal digits
record BundledLibvips(URL library, String sha256) {
    private static final System.Logger LOG = System.getLogger(BundledLibvips.class.getName());
    private static final String FOLDER = "bundle/";
    private static final int BUFFER = 256 * 1024;

    /// The library for this platform, if a JAR with it is there.
    static Optional<BundledLibvips> find(Platform platform) {
        URL library = BundledLibvips.class.getResource(FOLDER + platform.name() + "/libvips");
        URL checksum = BundledLibvips.class.getResource(FOLDER + platform.name() + "/libvips.sha256");
        return library == null || checksum == null
                ? Optional.empty()
                : Optional.of(new BundledLibvips(library, text(checksum)));
    }

    private static String text(URL resource) {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException unreadable) {
            throw new SetupException("the JAR with libvips cannot be read: " + unreadable.getMessage());
        }
    }

    /// The library as a file in a folder of its own below `work`, named by its checksum and checked against it when
    /// it is unpacked. From then on it has to be what it was by a sum that takes a tenth of the time, and is kept
    /// beside it: that is for damage, and the folder is for nobody but us.
    ///
    /// @throws SetupException if it cannot be written or is not what the build packed
    Path unpack(Path work) {
        Path folder = work.resolve(sha256);
        Path file = folder.resolve("libvips");
        try {
            Files.createDirectories(work);
            if (!Files.isDirectory(folder)) {
                makePrivate(folder);
            }
            Path seal = folder.resolve("libvips.crc32");
            if (!isSealed(file, seal)) {
                if (!Files.exists(file) || !sha256.equals(checksum(file))) {
                    write(folder, file);
                }
                seal(file, seal);
            }
            return file;
        } catch (IOException failed) {
            throw new SetupException("libvips cannot be unpacked to " + folder + " (" + failed + "); make it writable, "
                    + "or set HUIMAGES_LIBVIPS to a libvips.so.42");
        }
    }

    private static boolean isSealed(Path file, Path seal) throws IOException {
        return Files.exists(file)
                && Files.exists(seal)
                && Files.readString(seal, StandardCharsets.ISO_8859_1).equals(crc32(file));
    }

    /// Where that cannot be written the next start takes longer.
    private static void seal(Path file, Path seal) {
        try {
            Files.writeString(seal, crc32(file));
        } catch (IOException notWritten) {
            LOG.log(System.Logger.Level.DEBUG, "{0} cannot be written: {1}", seal, notWritten.toString());
        }
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    /// By rename, so that a process that has the old file mapped keeps it whole.
    private void write(Path folder, Path file) throws IOException {
        Path unfinished = Files.createTempFile(folder, "libvips", ".tmp");
        try {
            try (InputStream in = library.openStream()) {
                Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!sha256.equals(checksum(unfinished))) {
                throw new SetupException("libvips in " + library + " is not the file that was packed; build it again");
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static String checksum(Path file) throws IOException {
        MessageDigest digest = digest();
        read(file, digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static String crc32(Path file) throws IOException {
        CRC32 sum = new CRC32();
        read(file, sum::update);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    private static void read(Path file, Consumer<ByteBuffer> reader) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
            while (channel.read(buffer) >= 0) {
                reader.accept(buffer.flip());
                buffer.clear();
            }
        }
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
