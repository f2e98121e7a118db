package org.huimages.store.couch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.huimages.catalog.Broken;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;

/// Writes what has changed in a document into the tree that it was read from, and nothing else: unknown fields,
/// stubs of attachments and whatever has an odd form stay as they are.
final class DocumentEdit {
    private final JsonObject tree;
    private final ImageDocument before;
    private final ImageDocument after;

    private DocumentEdit(JsonObject tree, ImageDocument before, ImageDocument after) {
        this.tree = tree;
        this.before = before;
        this.after = after;
    }

    /// The tree of a document that is not there yet.
    static JsonObject create(ImageDocument document) {
        JsonObject tree = new JsonObject();
        tree.addProperty("_id", document.id().text());
        tree.addProperty("ctime", document.created().text());
        tree.addProperty("mtime", document.modified().text());
        tree.add("types", new JsonArray());
        tree.add("title", new JsonArray());
        tree.add("references", new JsonObject());
        return apply(tree, document);
    }

    /// @param tree as it was read; not changed
    /// @return the tree of `after`
    static JsonObject apply(JsonObject tree, ImageDocument after) {
        JsonObject copy = tree.deepCopy();
        new DocumentEdit(copy, DocumentReader.read(after.id(), tree), after).apply();
        return copy;
    }

    private void apply() {
        changed(ImageDocument::facts, facts -> facts.ifPresent(this::putFacts));
        changed(ImageDocument::created, created -> tree.addProperty("ctime", created.text()));
        changed(ImageDocument::modified, this::putModified);
        changed(ImageDocument::uploader, uploader -> tree.addProperty("uploaded_by", uploader));
        changed(document -> document.description().filename(), name -> tree.addProperty("filename", name));
        changed(document -> document.description().titles(), titles -> tree.add("title", Lenient.array(titles)));
        changed(document -> document.description().types(), types -> tree.add("types", Lenient.array(types)));
        changed(ImageDocument::description, this::putReferences);
        changed(ImageDocument::focus, this::putFocus);
        changed(document -> document.state().hidden(), hidden -> flag("private", hidden));
        changed(ImageDocument::state, this::putDeleted);
        changed(document -> document.state().broken(), this::putBroken);
        changed(ImageDocument::others, this::addOthers);
    }

    private <T> void changed(Function<ImageDocument, T> part, Consumer<T> write) {
        T value = part.apply(after);
        if (!value.equals(part.apply(before))) {
            write.accept(value);
        }
    }

    /// Where nothing says when it was created, the first time of a change does.
    private void putModified(Timestamp modified) {
        tree.addProperty("mtime", modified.text());
        if (Lenient.scalar(tree, "ctime").isEmpty()) {
            String created = after.created().text();
            tree.addProperty("ctime", created.isEmpty() ? modified.text() : created);
        }
    }

    private void putFacts(Facts facts) {
        tree.addProperty("content_type", facts.format().mediaType());
        tree.addProperty("width", facts.dimensions().width());
        tree.addProperty("height", facts.dimensions().height());
        tree.addProperty("orientation", facts.orientation().exif());
        tree.addProperty("length", facts.length());
        tree.addProperty("sha256", facts.sha256());
        facts.placeholder().ifPresent(placeholder -> tree.addProperty("placeholder", placeholder.uri()));
    }

    private void putReferences(Description description) {
        Map<String, List<JsonText>> old = before.description().references();
        Map<String, List<JsonText>> all = description.references();
        if (all.equals(old)) {
            return;
        }
        JsonObject references = Lenient.object(tree, "references").orElseGet(JsonObject::new);
        tree.add("references", references);
        old.keySet().stream().filter(key -> !all.containsKey(key)).forEach(references::remove);
        all.forEach((key, values) -> {
            if (!values.equals(old.get(key))) {
                references.add(key, array(values));
            }
        });
    }

    private static JsonArray array(List<JsonText> values) {
        JsonArray array = new JsonArray();
        values.forEach(value -> array.add(JsonParser.parseString(value.text())));
        return array;
    }

    private void putFocus(Focus focus) {
        put("focal", focus.point().map(point -> {
            JsonArray place = new JsonArray();
            place.add(point.x());
            place.add(point.y());
            return place;
        }));
        tree.addProperty("focalRev", focus.revision());
    }

    /// A bare `deleted` is what older systems wrote where they could not decode a picture. It is kept with the
    /// tombstone, so that it is there again when the picture is restored.
    private void putDeleted(State state) {
        State old = before.state();
        if (state.tombstone().equals(old.tombstone()) && state.unlisted() == old.unlisted()) {
            return;
        }
        flag("deleted", state.unlisted() || state.tombstone().isPresent());
        JsonObject stone = Lenient.object(tree, "tombstone").orElseGet(JsonObject::new);
        put("tombstone", state.tombstone().map(tombstone -> written(tombstone, state.unlisted(), stone)));
    }

    private static JsonObject written(Tombstone tombstone, boolean unlisted, JsonObject stone) {
        stone.addProperty("when", tombstone.when().text());
        stone.addProperty("why", tombstone.why());
        stone.addProperty("by", tombstone.by());
        stone.addProperty("erased", tombstone.erased());
        if (unlisted) {
            stone.addProperty("unlisted", true);
        } else {
            stone.remove("unlisted");
        }
        return stone;
    }

    private void putBroken(Optional<Broken> broken) {
        put("broken", broken.map(found -> {
            JsonObject object = new JsonObject();
            object.addProperty("when", found.when().text());
            object.addProperty("why", found.why());
            return object;
        }));
    }

    /// What is there already is never touched.
    private void addOthers(Map<String, JsonText> others) {
        others.forEach((name, value) -> {
            if (DocumentReader.isOthers(name) && !tree.has(name)) {
                tree.add(name, JsonParser.parseString(value.text()));
            }
        });
    }

    private void flag(String name, boolean value) {
        if (value) {
            tree.addProperty(name, true);
        } else {
            tree.remove(name);
        }
    }

    private void put(String name, Optional<? extends JsonElement> value) {
        if (value.isPresent()) {
            tree.add(name, value.get());
        } else {
            tree.remove(name);
        }
    }
}
