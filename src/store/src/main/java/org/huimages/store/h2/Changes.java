package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.url.ImageId;

/// The changes that one transaction makes. Each locks its picture; what pictures share, the counters of tags, is
/// written after all of them.
final class Changes {
    private final Connection connection;
    private final Index index = new Index();

    private Changes(Connection connection) {
        this.connection = connection;
    }

    static <T> T make(Connection connection, Work<T> work) throws SQLException {
        Changes changes = new Changes(connection);
        T result = work.with(changes);
        changes.index.write(connection);
        return result;
    }

    /// Saves a picture together with some users' marks of it.
    Saved save(ImageDocument document, Map<String, Marks> marks) throws SQLException {
        while (true) {
            if (insert(Picture.fresh(document, marks), marks)) {
                return new Saved(document, true);
            }
            Optional<Picture> existing = PictureRows.lock(connection, document.id());
            if (existing.isPresent()) {
                Picture before = existing.get();
                ImageDocument merged = Catalog.merged(before.document(), document);
                write(before, before.with(merged, marks), marks);
                return new Saved(merged, false);
            }
        }
    }

    private boolean insert(Picture fresh, Map<String, Marks> marks) throws SQLException {
        Optional<Picture> inserted = PictureRows.insert(connection, fresh);
        if (inserted.isPresent()) {
            MarkRows.write(connection, inserted.get().number(), marks);
            index.change(Set.of(), inserted.get().entries());
        }
        return inserted.isPresent();
    }

    Optional<ImageDocument> update(ImageId id, UnaryOperator<ImageDocument> change) throws SQLException {
        Optional<Picture> before = PictureRows.lock(connection, id);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        ImageDocument changed = change.apply(before.get().document());
        write(before.get(), before.get().with(changed, Map.of()), Map.of());
        return Optional.of(changed);
    }

    Optional<Marks> mark(ImageId id, String user, UnaryOperator<Marks> change) throws SQLException {
        Optional<Picture> before = PictureRows.lock(connection, id);
        if (before.isEmpty()) {
            return Optional.empty();
        }
        Picture picture = before.get();
        Marks changed = change.apply(picture.marks().getOrDefault(user, Marks.NONE));
        Map<String, Marks> said = Map.of(user, changed);
        write(picture, picture.with(picture.document(), said), said);
        return Optional.of(changed);
    }

    /// @param said the marks that are other than before
    private void write(Picture before, Picture after, Map<String, Marks> said) throws SQLException {
        PictureRows.update(connection, after);
        MarkRows.write(connection, after.number(), said);
        index.change(before.entries(), after.entries());
    }

    boolean erase(ImageId id) throws SQLException {
        Optional<Picture> before = PictureRows.lock(connection, id);
        if (before.isPresent()) {
            MarkRows.deleteAll(connection, before.get().number());
            PictureRows.delete(connection, before.get());
            index.change(before.get().entries(), Set.of());
        }
        return before.isPresent();
    }

    @FunctionalInterface
    interface Work<T> {
        T with(Changes changes) throws SQLException;
    }
}
