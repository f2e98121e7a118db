package org.huimages.store.couch;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Opinion;
import org.huimages.url.ImageId;

/// Lists of pictures that users have marked. Marks know nothing of what becomes of their pictures: who sees
/// these is decided by their documents.
final class MarkLists {
    private static final int SPARE = 16;
    private static final int LARGEST_PIECE = 500;

    private final CouchDatabase marks;
    private final PictureLists pictures;
    private final Indexes indexes;

    MarkLists(CouchDatabase marks, PictureLists pictures, Indexes indexes) {
        this.marks = marks;
        this.pictures = pictures;
        this.indexes = indexes;
    }

    List<ImageDocument> tagged(Audience audience, String tag, String after, int limit) {
        return seen("tagged", audience, tag, after, limit);
    }

    List<ImageDocument> favourites(Audience audience, String user, String after, int limit) {
        return seen("liked", audience, user, after, limit);
    }

    private List<ImageDocument> seen(String view, Audience audience, String name, String after, int limit) {
        List<ImageDocument> seen = new ArrayList<>();
        String cursor = after;
        int size = (int) Math.min(LARGEST_PIECE, (long) limit + SPARE);
        while (seen.size() < limit) {
            List<String> ids = ids(view, name, cursor, size);
            seen.addAll(pictures.seen(audience, ids));
            if (ids.size() < size) {
                break;
            }
            cursor = ids.getLast();
        }
        return seen.stream().limit(limit).toList();
    }

    /// IDs after one, each once.
    private List<String> ids(String view, String name, String after, int limit) {
        JsonArray start = after.isEmpty() ? Key.of(Hex.of(name)) : Key.behind(Hex.of(name), after);
        Set<String> ids = new LinkedHashSet<>();
        Range.ofRows(marks, indexes.view(marks, view), start, Key.behind(Hex.of(name)))
                .take(
                        limit,
                        row -> Optional.of(row.key(1))
                                .filter(id -> fullName(row).equals(name))
                                .filter(ids::add));
        return List.copyOf(ids);
    }

    /// The tag, or the user, of a row.
    static String fullName(Row row) {
        return row.value() instanceof JsonNull
                ? Hex.text(row.key(0))
                : row.value().getAsString();
    }

    /// As [org.huimages.catalog.Catalog#opinion], of many pictures, by two requests.
    Map<ImageId, Opinion> opinions(Collection<ImageId> ids) {
        List<String> keys = ids.stream().map(ImageId::text).distinct().toList();
        Map<String, SortedSet<String>> tags = new HashMap<>();
        Map<String, JsonArray> ratings = new HashMap<>();
        if (!keys.isEmpty()) {
            marks.rows(indexes.view(marks, "tags"), view -> view.keys(keys))
                    .forEach(row -> tags.computeIfAbsent(row.key().getAsString(), id -> new TreeSet<>())
                            .add(row.value().getAsString()));
            marks.rows(indexes.view(marks, "ratings"), view -> view.group(true).keys(keys))
                    .forEach(row ->
                            ratings.put(row.key().getAsString(), row.value().getAsJsonArray()));
        }
        Map<ImageId, Opinion> opinions = new LinkedHashMap<>();
        for (ImageId id : ids) {
            JsonArray rating = ratings.getOrDefault(id.text(), NO_RATINGS);
            opinions.put(
                    id,
                    new Opinion(
                            tags.getOrDefault(id.text(), new TreeSet<>()),
                            rating.get(0).getAsBigDecimal().intValue(),
                            rating.get(1).getAsBigDecimal().longValue()));
        }
        return opinions;
    }

    private static final JsonArray NO_RATINGS = noRatings();

    private static JsonArray noRatings() {
        JsonArray none = new JsonArray();
        none.add(new JsonPrimitive(0));
        none.add(new JsonPrimitive(0));
        return none;
    }
}
