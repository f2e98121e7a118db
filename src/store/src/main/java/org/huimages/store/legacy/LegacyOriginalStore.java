package org.huimages.store.legacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.original.OriginalStore;
import org.huimages.original.Verify;
import org.huimages.stock.Said;
import org.huimages.store.couch.Attachment;
import org.huimages.url.ImageId;

/// A store behind which the attachments of older systems lie: what it does not have is taken from there, and is in
/// the store then. Only what is listed is the store's own.
public final class LegacyOriginalStore implements OriginalStore {
    private static final System.Logger LOG = System.getLogger(LegacyOriginalStore.class.getName());

    private final LegacyMove move;
    private final Verify verify;
    private final Said said = new Said();

    /// @param move its store and its CouchDB are closed with this
    public LegacyOriginalStore(LegacyMove move, Verify verify) {
        this.move = move;
        this.verify = verify;
    }

    @Override
    public boolean put(ImageId id, Path file) throws IOException {
        return move.store().put(id, file);
    }

    @Override
    public boolean fetch(ImageId id, Path target) throws IOException {
        try {
            return move.store().fetch(id, target)
                    || fetchAttached(id, target)
                    || (move.rule() == LegacyRule.DELETE && move.store().fetch(id, target)); // if moved meanwhile
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.StoreLies && fetchInstead(id, target)) {
                return true;
            }
            throw failed;
        }
    }

    private boolean fetchAttached(ImageId id, Path target) throws IOException {
        if (move.rule() == LegacyRule.OFF) {
            return false;
        }
        Optional<Attachment> attachment = attached(id, target);
        attachment.ifPresent(fetched -> settle(id, fetched, target));
        return attachment.isPresent() || (verify == Verify.WARN && fetchUnverified(id, target));
    }

    private Optional<Attachment> attached(ImageId id, Path target) throws IOException {
        try {
            return move.couch().fetch(id, target);
        } catch (FailureException failed) {
            if (verify == Verify.WARN && failed.failure() instanceof Failure.StoreLies) {
                return Optional.empty();
            }
            throw failed;
        }
    }

    /// As the old systems did.
    private boolean fetchUnverified(ImageId id, Path target) throws IOException {
        List<Attachment> all = move.couch().attachments(id);
        if (all.isEmpty()) {
            return false;
        }
        move.couch().copy(id, all.getFirst(), target);
        if (said.first(id)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "CouchDB has other bytes than those of {0}; they are served (HUIMAGES_VERIFY)",
                    id);
        }
        return true;
    }

    /// Whoever asks has his picture, whatever becomes of the move: it is tried again the next time.
    private void settle(ImageId id, Attachment attachment, Path file) {
        try {
            move.settle(id, attachment, file);
        } catch (IOException | FailureException failed) {
            if (said.first(id)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "{0} cannot be moved from CouchDB yet: {1}",
                        id,
                        failed.toString());
            }
        }
    }

    /// Where the store has wrong bytes, nothing is moved: `scrub` tells, and mends it.
    private boolean fetchInstead(ImageId id, Path target) throws IOException {
        try {
            boolean found = move.rule() != LegacyRule.OFF
                    && Files.notExists(target)
                    && move.couch().fetch(id, target).isPresent();
            if (found && said.first(id)) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "the store has other bytes than those of {0}; CouchDB has them",
                        id);
            }
            return found;
        } catch (FailureException neither) {
            LOG.log(System.Logger.Level.DEBUG, "CouchDB neither", neither);
            return false;
        }
    }

    @Override
    public OptionalLong length(ImageId id) throws IOException {
        OptionalLong length = move.store().length(id);
        if (length.isPresent() || move.rule() == LegacyRule.OFF) {
            return length;
        }
        return move.couch().attachments(id).stream()
                .mapToLong(Attachment::length)
                .findFirst();
    }

    /// From everywhere, whatever the rule: who erases a picture wants it gone.
    @Override
    public boolean delete(ImageId id) throws IOException {
        boolean stored = move.store().delete(id);
        return move.couch().erase(id) || stored;
    }

    @Override
    public Stream<ImageId> list() throws IOException {
        return move.store().list();
    }

    @Override
    public void check() throws IOException {
        move.store().check();
    }

    @Override
    public void close() {
        move.store().close();
        move.couch().close();
    }
}
