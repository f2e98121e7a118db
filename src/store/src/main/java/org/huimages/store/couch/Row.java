package org.huimages.store.couch;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import java.util.Objects;
import java.util.Optional;

/// One row of an answer.
record Row(JsonObject tree) {

    /// The document's.
    String id() {
        return tree.get("id").getAsString();
    }

    JsonElement key() {
        return tree.get("key");
    }

    /// A part of a key that is a list.
    String key(int place) {
        return tree.getAsJsonArray("key").get(place).getAsString();
    }

    JsonElement value() {
        return Objects.requireNonNullElse(tree.get("value"), JsonNull.INSTANCE);
    }

    /// The document, if it was asked for and is there.
    Optional<JsonObject> document() {
        return Optional.ofNullable(tree.get("doc"))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }
}
