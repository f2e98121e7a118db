package org.huimages.store.couch;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/// Keys of views that are lists: a shorter one sorts before all longer ones that begin like it.
final class Key {
    private Key() {}

    static JsonArray of(String... parts) {
        JsonArray key = new JsonArray();
        for (String part : parts) {
            key.add(part);
        }
        return key;
    }

    /// Greater than any key that begins with these parts.
    static JsonArray behind(String... parts) {
        JsonArray key = of(parts);
        key.add(new JsonObject());
        return key;
    }
}
