package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.huimages.catalog.Marks;
import org.huimages.url.ImageId;

/// One user's marks of one picture, as a document: `_id` is `ID-userid`, split at the first `-`. Older systems
/// know users by the values of cookies.
final class MarksTree {
    private static final String SPLIT = "-";
    /// The character after the one that splits: what ends a range of all marks of a picture.
    private static final String BEHIND_SPLIT = ".";

    private static final int BEST = 10;

    private MarksTree() {}

    static String id(ImageId id, String user) {
        return id.text() + SPLIT + user;
    }

    /// Whose marks a document holds.
    static String user(String documentId) {
        return documentId.substring(documentId.indexOf(SPLIT) + 1);
    }

    /// Less than the ID of any marks of the picture.
    static String first(ImageId id) {
        return id.text() + SPLIT;
    }

    /// Greater than the ID of any marks of the picture.
    static String last(ImageId id) {
        return id.text() + BEHIND_SPLIT;
    }

    static Marks read(JsonObject tree) {
        Optional<Long> rating = Lenient.number(tree, "rating", 1, BEST);
        return new Marks(
                new TreeSet<>(Lenient.texts(tree, "tags").stream()
                        .filter(tag -> !tag.isEmpty())
                        .toList()),
                Lenient.flag(tree, "favorite"),
                rating.map(value -> OptionalInt.of(value.intValue())).orElse(OptionalInt.empty()));
    }

    static JsonObject create(ImageId id, String user) {
        JsonObject tree = new JsonObject();
        tree.addProperty("_id", id(id, user));
        tree.addProperty("imageid", id.text());
        tree.addProperty("userid", user);
        tree.add("tags", Lenient.array(List.of()));
        return tree;
    }

    /// @param tree as it was read, or made; not changed
    static JsonObject apply(JsonObject tree, Marks after) {
        Marks before = read(tree);
        JsonObject copy = tree.deepCopy();
        if (!after.tags().equals(before.tags())) {
            copy.add("tags", Lenient.array(List.copyOf(after.tags())));
        }
        if (after.favourite() != before.favourite()) {
            copy.addProperty("favorite", after.favourite());
        }
        if (!after.rating().equals(before.rating())) {
            after.rating().ifPresentOrElse(rating -> copy.addProperty("rating", rating), () -> copy.remove("rating"));
        }
        return copy;
    }
}
