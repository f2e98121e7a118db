package org.huimages.store.download;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.original.Verify;
import org.huimages.url.ImageId;

/// An original on its way from a store to a file. It is hashed while it is written, under another name in the
/// target's folder; closed without having been published, it leaves nothing.
public final class Download implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Download.class.getName());
    private static final int BUFFER = 64 * 1024;

    private final Path target;
    private final Path unfinished;
    private byte[] sha1 = new byte[0];

    private Download(Path target) {
        this.target = target;
        // a name as the spool and the cache give to files that are swept after a crash
        this.unfinished = target.resolveSibling(UUID.randomUUID().toString());
    }

    /// @throws FileAlreadyExistsException if there is something already
    public static Download to(Path target) throws IOException {
        if (Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        return new Download(target);
    }

    /// Writes the body to disk, to its end. May be called again when it has failed.
    ///
    /// @return its length
    /// @throws FileSystemException if it is our disk that fails; any other [IOException] is the sender's
    public long receive(InputStream body) throws IOException {
        MessageDigest digest = sha1();
        long length = 0;
        try (OutputStream out = open()) {
            byte[] buffer = new byte[BUFFER];
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                digest.update(buffer, 0, count);
                write(out, buffer, count);
                length += count;
            }
        }
        sha1 = digest.digest();
        return length;
    }

    private OutputStream open() throws FileSystemException {
        try {
            return Files.newOutputStream(unfinished);
        } catch (IOException failed) {
            throw ofDisk(failed);
        }
    }

    private void write(OutputStream out, byte[] buffer, int count) throws FileSystemException {
        try {
            out.write(buffer, 0, count);
        } catch (IOException failed) {
            throw ofDisk(failed);
        }
    }

    private FileSystemException ofDisk(IOException failed) {
        if (failed instanceof FileSystemException known) {
            return known;
        }
        FileSystemException named = new FileSystemException(unfinished.toString(), null, failed.getMessage());
        named.initCause(failed);
        return named;
    }

    /// Lets the file appear under its own name.
    ///
    /// @throws FailureException [Failure.StoreLies] if its bytes are not those of the ID, and that matters
    public void publish(ImageId id, Verify verify) throws IOException {
        if (!Arrays.equals(sha1, id.sha1())) {
            tell(id, verify);
        }
        publish();
    }

    /// Lets the file appear under its own name, whatever its bytes are.
    public void publish() throws IOException {
        Files.move(unfinished, target);
    }

    private static void tell(ImageId id, Verify verify) {
        String text = "the store has other bytes than those of " + id;
        switch (verify) {
            case STRICT -> throw new Failure.StoreLies(text).exception();
            case WARN -> LOG.log(System.Logger.Level.WARNING, "{0}; they are served (HUIMAGES_VERIFY)", text);
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public void close() {
        Leftovers.discard(unfinished);
    }
}
