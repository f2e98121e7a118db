package org.huimages.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.client.json.Json;

/// What is to change in a picture's document. Immutable: each method gives further changes.
public final class Changes {
    private final Map<String, Json> members;

    private Changes(Map<String, Json> members) {
        this.members = members;
    }

    public static Changes none() {
        return new Changes(Map.of());
    }

    /// Becomes the newest title; the older ones stay.
    public Changes addTitle(String title) {
        return with("addTitle", Json.of(title));
    }

    /// The whole list, newest last.
    public Changes titles(List<String> titles) {
        return with("titles", Json.of(titles));
    }

    public Changes addTypes(String... types) {
        return with("addTypes", Json.of(List.of(types)));
    }

    public Changes removeTypes(String... types) {
        return with("removeTypes", Json.of(List.of(types)));
    }

    public Changes addReference(String key, String value) {
        return withReference("addReferences", key, value);
    }

    public Changes removeReference(String key, String value) {
        return withReference("removeReferences", key, value);
    }

    /// What exact sizes keep in their middle: from 0, 0 (left, top) to 1, 1; empty is the middle.
    public Changes focal(Optional<Focal> point) {
        return with("focal", point.map(Focal::json).orElseGet(Json::nothing));
    }

    /// Whether it is for readers alone.
    public Changes hidden(boolean isPrivate) {
        return with("private", Json.of(isPrivate));
    }

    private Changes withReference(String change, String key, String value) {
        Map<String, Json> references = new LinkedHashMap<>();
        if (members.get(change) instanceof Json.Members(Map<String, Json> before)) {
            references.putAll(before);
        }
        List<Json> values = new ArrayList<>();
        if (references.get(key) instanceof Json.Array(List<Json> before)) {
            values.addAll(before);
        }
        values.add(Json.of(value));
        references.put(key, new Json.Array(values));
        return with(change, new Json.Members(references));
    }

    private Changes with(String name, Json value) {
        Map<String, Json> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Changes(more);
    }

    String text() {
        return new Json.Members(members).text();
    }

    /// A point of a picture.
    ///
    /// @param x from 0, left, to 1
    /// @param y from 0, top, to 1
    public record Focal(double x, double y) {
        public Focal {
            if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
                throw new IllegalArgumentException("a focal point is from 0, 0 to 1, 1, not " + x + ", " + y);
            }
        }

        private Json json() {
            return Json.parse("[" + x + "," + y + "]");
        }
    }
}
