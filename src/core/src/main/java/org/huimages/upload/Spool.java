package org.huimages.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import java.util.regex.Pattern;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;

/// Takes streams of bytes to disk, hashing while it writes: an upload is read once, and never held in memory.
public final class Spool {
    private static final Pattern OUR_NAME = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final int BUFFER = 64 * 1024;

    private final Path folder;
    private final long maxBytes;

    private Spool(Path folder, long maxBytes) {
        this.folder = folder;
        this.maxBytes = maxBytes;
    }

    /// Opens the spool in `folder`, which is made when missing and emptied: nothing in it was ever acknowledged.
    ///
    /// @param maxBytes for one file (`HUIMAGES_MAX_BYTES`)
    public static Spool open(Path folder, long maxBytes) throws IOException {
        Files.createDirectories(folder);
        Leftovers.sweep(folder, Spool::isOurs);
        return new Spool(folder, maxBytes);
    }

    private static boolean isOurs(Path file) {
        return OUR_NAME.matcher(file.getFileName().toString()).matches();
    }

    /// Reads `body` to its end. The caller closes what it gets, and the file is gone.
    ///
    /// @throws FailureException [Failure.BadRequest] for an empty body or one that breaks off, [Failure.TooLarge],
    ///     [Failure.DiskFull]
    public Spooled receive(InputStream body) {
        Path file = temporary();
        try {
            return receive(body, file);
        } catch (IOException failed) {
            Leftovers.discard(file);
            throw FailureException.ofDisk(failed, folder);
        } catch (RuntimeException failed) {
            Leftovers.discard(file);
            throw failed;
        }
    }

    /// A name for a file that will be gone at the next start at the latest.
    public Path temporary() {
        return folder.resolve(UUID.randomUUID().toString());
    }

    private Spooled receive(InputStream body, Path file) throws IOException {
        MessageDigest sha1 = digest("SHA-1");
        MessageDigest sha256 = digest("SHA-256");
        long length = 0;
        try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = read(body, buffer); count >= 0; count = read(body, buffer)) {
                length = checkedSum(length, count);
                sha1.update(buffer, 0, count);
                sha256.update(buffer, 0, count);
                out.write(buffer, 0, count);
            }
        }
        if (length == 0) {
            throw new Failure.BadRequest("the file is empty").exception();
        }
        return new Spooled(file, sha1.digest(), HexFormat.of().formatHex(sha256.digest()), length);
    }

    private long checkedSum(long length, int count) {
        if (length + count > maxBytes) {
            throw new Failure.TooLarge("files over %d bytes are not accepted (HUIMAGES_MAX_BYTES)".formatted(maxBytes))
                    .exception();
        }
        return length + count;
    }

    /// Trouble while reading is the sender's; trouble while writing is ours.
    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException broken) {
            throw new Failure.BadRequest("the upload broke off").exception(broken);
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
