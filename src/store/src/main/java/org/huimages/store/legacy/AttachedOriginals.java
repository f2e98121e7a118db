package org.huimages.store.legacy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.huimages.file.Leftovers;
import org.huimages.migrate.LegacyOriginals;
import org.huimages.original.OriginalStore;
import org.huimages.store.couch.Attachment;
import org.huimages.url.ImageId;

/// Originals that are attached to documents in CouchDB, for `migrate`.
public record AttachedOriginals(LegacyMove move) implements LegacyOriginals {

    @Override
    public List<ImageId> list(Optional<ImageId> after, int limit) {
        return move.couch().list(after, limit);
    }

    @Override
    public Optional<Moved> move(ImageId id, Path scratch) throws IOException {
        long length = move.couch().attachments(id).stream()
                .mapToLong(Attachment::length)
                .max()
                .orElse(0);
        return move.move(id, scratch).map(moved -> new Moved(moved.stored(), moved.dropped(), length));
    }

    @Override
    public Optional<Moved> rehearse(ImageId id, Path scratch) throws IOException {
        Path file = scratch.resolve(UUID.randomUUID().toString());
        try {
            return move.couch().fetch(id, file).isPresent()
                    ? Optional.of(new Moved(move.store().length(id).isEmpty(), false, Files.size(file)))
                    : Optional.empty();
        } finally {
            Leftovers.discard(file);
        }
    }

    /// The longest, if there are several.
    @Override
    public boolean copy(ImageId id, Path target) throws IOException {
        Optional<Attachment> longest =
                move.couch().attachments(id).stream().max(Comparator.comparingLong(Attachment::length));
        if (longest.isPresent()) {
            move.couch().copy(id, longest.get(), target);
        }
        return longest.isPresent();
    }

    @Override
    public void check() {
        move.couch().attachments(OriginalStore.NOBODY);
    }
}
