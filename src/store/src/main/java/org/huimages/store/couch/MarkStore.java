package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.url.ImageId;

/// The documents that hold marks, each one user's of one picture.
final class MarkStore {
    private final CouchDatabase marks;
    private final Attempts attempts = new Attempts();

    MarkStore(CouchDatabase marks) {
        this.marks = marks;
    }

    Marks find(ImageId id, String user) {
        return tree(id, user).map(MarksTree::read).orElse(Marks.NONE);
    }

    private Optional<JsonObject> tree(ImageId id, String user) {
        return marks.findAll(List.of(MarksTree.id(id, user))).stream().findFirst();
    }

    Opinion opinion(ImageId id) {
        return Opinion.of(documents(id).all(row -> row.document().map(MarksTree::read)));
    }

    /// Those that say anything, by user.
    Map<String, Marks> all(ImageId id) {
        Map<String, Marks> all = new TreeMap<>();
        documents(id).all(row -> row.document().map(tree -> all.put(MarksTree.user(row.id()), MarksTree.read(tree))));
        all.values().removeIf(Marks.NONE::equals);
        return all;
    }

    private Range documents(ImageId id) {
        return Range.ofDocuments(marks, MarksTree.first(id), MarksTree.last(id));
    }

    Marks change(ImageId id, String user, UnaryOperator<Marks> change) {
        return attempts.make(id.text(), () -> {
            Optional<JsonObject> there = tree(id, user);
            JsonObject before = there.orElseGet(() -> MarksTree.create(id, user));
            JsonObject after = MarksTree.apply(before, change.apply(MarksTree.read(before)));
            boolean done = after.equals(before) || marks.put(after);
            return done ? Optional.of(MarksTree.read(after)) : Optional.empty();
        });
    }

    /// Removes everybody's.
    void erase(ImageId id) {
        attempts.make(id.text(), () -> {
            List<JsonObject> all = documents(id).all(Row::document);
            return all.stream().allMatch(marks::delete) ? Optional.of(true) : Optional.empty();
        });
    }
}
