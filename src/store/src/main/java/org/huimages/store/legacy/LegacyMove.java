package org.huimages.store.legacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.huimages.failure.Failure;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.original.OriginalStore;
import org.huimages.stock.PictureLocks;
import org.huimages.store.couch.Attachment;
import org.huimages.store.couch.CouchOriginals;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;

/// Takes an original from the document that it is attached to into the store: verified before it is put, put once
/// however many try, and read back before anything is dropped. May be called again after any failure.
///
/// An [IOException], or a [org.huimages.failure.FailureException] with [Failure.Unavailable], says that a store
/// could not be asked; [Failure.StoreLies] that one has other bytes than those of the ID. Neither drops anything.
///
/// @param store where originals lie now
/// @param locks of the stock: what is being erased is not put again
public record LegacyMove(CouchOriginals couch, OriginalStore store, LegacyRule rule, PictureLocks locks) {
    private static final System.Logger LOG = System.getLogger(LegacyMove.class.getName());

    /// Moves one.
    ///
    /// @param scratch a folder for a copy, which is gone afterwards
    /// @return empty if there is nothing to be moved: nothing is attached, or the rule says no
    public Optional<Moved> move(ImageId id, Path scratch) throws IOException {
        Path file = scratch.resolve(UUID.randomUUID().toString());
        try {
            return isThere(id) ? Optional.of(new Moved(false, false)) : fetched(id, file);
        } finally {
            Leftovers.discard(file);
        }
    }

    /// That one of the right length is there is enough where nothing is dropped.
    private boolean isThere(ImageId id) throws IOException {
        if (rule != LegacyRule.KEEP) {
            return false;
        }
        OptionalLong length = store.length(id);
        return length.isPresent() && couch.attachments(id).stream().anyMatch(one -> one.length() == length.getAsLong());
    }

    private Optional<Moved> fetched(ImageId id, Path file) throws IOException {
        if (rule == LegacyRule.OFF || rule == LegacyRule.READ) {
            return Optional.empty();
        }
        Optional<Attachment> attachment = couch.fetch(id, file);
        return attachment.isPresent() ? settle(id, attachment.get(), file) : Optional.empty();
    }

    /// Moves one that was fetched, if the rule says so.
    ///
    /// @param file with its bytes, which match the ID; only to be read or removed afterwards
    /// @return empty if the rule says no, or it was erased meanwhile
    Optional<Moved> settle(ImageId id, Attachment attachment, Path file) throws IOException {
        if (rule == LegacyRule.OFF || rule == LegacyRule.READ) {
            return Optional.empty();
        }
        Optional<Boolean> stored = put(id, file);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Moved(stored.get(), rule == LegacyRule.DELETE && drop(id, attachment, file)));
    }

    /// Another node may erase it meanwhile. What is there then is not removed: somebody may be saving it again.
    private Optional<Boolean> put(ImageId id, Path file) throws IOException {
        Optional<Boolean> stored = locks.aloneWithStore(
                id, () -> couch.isErased(id) ? Optional.empty() : Optional.of(store.put(id, file)));
        if (stored.isPresent() && couch.isErased(id)) {
            LOG.log(System.Logger.Level.WARNING, "{0} was erased while it was moved; it has to be erased again", id);
            return Optional.empty();
        }
        return stored;
    }

    private boolean drop(ImageId id, Attachment attachment, Path file) throws IOException {
        readBack(id, file);
        ImageFormat format = HeaderProbe.sniff(file);
        String type = format == ImageFormat.OTHER ? attachment.contentType() : format.mediaType();
        return couch.detach(id, attachment, type);
    }

    private void readBack(ImageId id, Path file) throws IOException {
        Path there = file.resolveSibling(UUID.randomUUID().toString());
        try {
            if (!store.fetch(id, there)) {
                throw new IOException("what was just stored is not there: " + id);
            }
            if (Files.mismatch(there, file) >= 0) {
                throw new Failure.StoreLies("the store has other bytes than those of " + id).exception();
            }
        } finally {
            Leftovers.discard(there);
        }
    }

    /// What was done.
    ///
    /// @param stored whether it was put by this call; it was there before if not
    /// @param dropped whether CouchDB has it no more
    public record Moved(boolean stored, boolean dropped) {}
}
