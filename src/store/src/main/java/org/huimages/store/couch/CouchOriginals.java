package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;

/// The originals that older systems attached to documents. None is ever added here. Thread-safe.
///
/// An [IOException] or a [FailureException] with [Failure.Unavailable] says that they could
/// not be asked for, never that something is not there.
public final class CouchOriginals implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(CouchOriginals.class.getName());

    private final CouchConnection connection;
    private final CouchDatabase pictures;
    private final Attempts attempts = new Attempts();

    private CouchOriginals(CouchConnection connection, CouchNames names) {
        this.connection = connection;
        this.pictures = connection.database(names.pictures());
    }

    /// Opens them, whether CouchDB is there yet or not.
    public static CouchOriginals open(CouchAddress address, CouchNames names) {
        return new CouchOriginals(new CouchConnection(address, CouchLimits.DOWNLOAD), names);
    }

    /// What is attached to the document of a picture; mostly one, or nothing.
    public List<Attachment> attachments(ImageId id) {
        return pictures.find(id.text()).map(Attachment::of).orElse(List.of());
    }

    /// Makes `target`, which must not exist, a file with the original's bytes, whose checksum is that in the ID.
    /// If several files are attached, it is the first that has it.
    ///
    /// @return the one that it is; empty if nothing is attached; then `target` is not made
    /// @throws FailureException [Failure.StoreLies] if other bytes alone are attached;
    ///     [#copy] gets them
    public Optional<Attachment> fetch(ImageId id, Path target) throws IOException {
        List<Attachment> all = attachments(id);
        for (Attachment attachment : all) {
            Optional<byte[]> sha1 = copyIfThere(id, attachment, target);
            if (sha1.isEmpty()) {
                return Optional.empty();
            }
            if (Arrays.equals(sha1.get(), id.sha1())) {
                return Optional.of(attachment);
            }
            Files.delete(target);
        }
        if (!all.isEmpty()) {
            throw new Failure.StoreLies("what CouchDB holds is not the original of " + id).exception();
        }
        return Optional.empty();
    }

    /// Empty if somebody else has moved it meanwhile.
    private Optional<byte[]> copyIfThere(ImageId id, Attachment attachment, Path target) throws IOException {
        try {
            return Optional.of(copy(id, attachment, target));
        } catch (FailureException failed) {
            if (attachments(id).contains(attachment)) {
                throw failed;
            }
            return Optional.empty();
        }
    }

    /// Makes `target`, which must not exist, a file with the bytes of an attachment, whatever they are; if it
    /// cannot be read to its end, there is no file.
    ///
    /// @return the SHA-1 of what was written
    public byte[] copy(ImageId id, Attachment attachment, Path target) throws IOException {
        MessageDigest sha1 = sha1();
        try (OutputStream file = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            OutputStream all = new BufferedOutputStream(new DigestOutputStream(file, sha1));
            pictures.download(attachment.path(id.text()), all);
            all.flush();
            check(attachment, Files.size(target));
        } catch (IOException | RuntimeException failed) {
            Files.deleteIfExists(target);
            throw failed;
        }
        return sha1.digest();
    }

    private static void check(Attachment attachment, long length) throws IOException {
        if (length != attachment.length()) {
            throw new IOException("of " + attachment.length() + " bytes of an attachment CouchDB sent " + length);
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// Removes an attachment that lies elsewhere now: one revision of the document notes its name, its length
    /// and its type, where the document does not know them yet, and has it no more.
    ///
    /// @param attachment as it was fetched
    /// @param contentType the true one
    /// @return false, with nothing changed, if exactly this one is not attached any more
    public boolean detach(ImageId id, Attachment attachment, String contentType) {
        return attempts.make(id.text(), () -> {
            Optional<JsonObject> document =
                    pictures.find(id.text()).filter(tree -> Attachment.of(tree).contains(attachment));
            if (document.isEmpty()) {
                return Optional.of(false);
            }
            JsonObject detached = document.get();
            attachment.removeFrom(detached);
            if (Lenient.text(detached, "filename").isEmpty()) {
                detached.addProperty("filename", attachment.name());
            }
            detached.addProperty("length", attachment.length());
            detached.addProperty("content_type", contentType);
            return pictures.put(detached) ? Optional.of(true) : Optional.empty();
        });
    }

    /// Removes whatever is attached, since the picture is erased, and asks for its space.
    ///
    /// @return whether there was anything
    public boolean erase(ImageId id) {
        boolean erased = attempts.make(id.text(), () -> {
            Optional<JsonObject> document =
                    pictures.find(id.text()).filter(tree -> !Attachment.of(tree).isEmpty());
            if (document.isEmpty()) {
                return Optional.of(false);
            }
            JsonObject bare = document.get();
            Attachment.of(bare).forEach(attachment -> attachment.removeFrom(bare));
            return pictures.put(bare) ? Optional.of(true) : Optional.empty();
        });
        if (erased) {
            compactOrTell();
        }
        return erased;
    }

    /// It may need an administrator; the bytes are unreachable in any case.
    private void compactOrTell() {
        try {
            compact();
        } catch (FailureException refused) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "erased bytes lie in the files of CouchDB until it is compacted: {0}",
                    CouchTrouble.line(refused));
        }
    }

    /// Whether the document says that the picture was erased: what is still there of it is there by mistake.
    public boolean isErased(ImageId id) {
        return pictures.find(id.text())
                .map(tree -> DocumentReader.read(id, tree))
                .filter(ImageDocument::isErased)
                .isPresent();
    }

    /// IDs of pictures whose documents have something attached, in their order.
    ///
    /// @param after the last one of the page before; empty for the first page
    public List<ImageId> list(Optional<ImageId> after, int limit) {
        Range all = Range.ofDocuments(pictures, after.map(ImageId::text).orElse("2"), "Z~");
        return (after.isPresent() ? all.withoutStart() : all)
                .take(
                        limit,
                        row -> ImageId.parse(row.id())
                                .filter(id -> row.document()
                                        .filter(tree -> !Attachment.of(tree).isEmpty())
                                        .isPresent()));
    }

    /// Asks CouchDB to give the space of what was removed back, which it does in the background.
    public void compact() {
        pictures.compact();
    }

    @Override
    public void close() {
        connection.close();
    }
}
