package org.huimages.client;

import java.util.List;
import java.util.Optional;
import org.huimages.client.json.Json;

/// What one user thinks of a picture, and all of them together.
///
/// @param tags his
/// @param favourite whether it is one of those he likes best
/// @param rating his, 1 to 10
/// @param average of all ratings, if there are any
/// @param ratings how many there are
public record Marks(
        List<String> tags, boolean favourite, Optional<Integer> rating, Optional<Double> average, int ratings) {

    static Marks of(Json answer) {
        return new Marks(
                answer.get("tags").stream()
                        .flatMap(tags -> tags.elements().stream())
                        .map(Json::plain)
                        .toList(),
                answer.get("favorite").filter(Json.of(true)::equals).isPresent(),
                answer.get("rating").map(Json::text).map(Integer::valueOf),
                answer.get("ratingAverage").map(Json::text).map(Double::valueOf),
                answer.get("ratingCount").map(Json::text).map(Integer::valueOf).orElse(0));
    }
}
