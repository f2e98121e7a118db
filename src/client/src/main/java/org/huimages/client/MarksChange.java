package org.huimages.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.client.json.Json;

/// What is to change in one user's marks. Immutable: each method gives further changes.
public final class MarksChange {
    private final Map<String, Json> members;

    private MarksChange(Map<String, Json> members) {
        this.members = members;
    }

    public static MarksChange none() {
        return new MarksChange(Map.of());
    }

    /// In place of all that he has given it.
    public MarksChange tags(List<String> tags) {
        return with("tags", Json.of(tags));
    }

    public MarksChange addTags(String... tags) {
        return with("addTags", Json.of(List.of(tags)));
    }

    public MarksChange removeTags(String... tags) {
        return with("removeTags", Json.of(List.of(tags)));
    }

    public MarksChange favourite(boolean favourite) {
        return with("favorite", Json.of(favourite));
    }

    /// @param rating 1 to 10; empty takes it back
    public MarksChange rating(Optional<Integer> rating) {
        return with("rating", rating.map(Json::of).orElseGet(Json::nothing));
    }

    private MarksChange with(String name, Json value) {
        Map<String, Json> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new MarksChange(more);
    }

    String text() {
        return new Json.Members(members).text();
    }
}
