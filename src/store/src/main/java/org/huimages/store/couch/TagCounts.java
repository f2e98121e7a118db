package org.huimages.store.couch;

import com.google.gson.JsonArray;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog.TagCount;

/// How many pictures have a tag: those that an audience sees, each once, however many users have given it the
/// tag.
///
/// CouchDB can add up neither, as marks and pictures lie in two databases: all marks with such tags are read,
/// and the shelves of their pictures. What was counted of all tags is kept until something changes.
final class TagCounts {
    private static final int PIECE = 1000;
    private static final Comparator<TagCount> MOST_USED_FIRST =
            Comparator.comparingInt(TagCount::pictures).reversed().thenComparing(TagCount::tag);

    private final CouchDatabase pictures;
    private final CouchDatabase marks;
    private final Indexes indexes;
    private final Map<Audience, Counted> counted = new ConcurrentHashMap<>();

    TagCounts(CouchDatabase pictures, CouchDatabase marks, Indexes indexes) {
        this.pictures = pictures;
        this.marks = marks;
        this.indexes = indexes;
    }

    List<TagCount> tags(Audience audience, String prefix, int limit) {
        Map<String, Integer> counts = prefix.isEmpty() ? all(audience) : count(audience, prefix);
        return counts.entrySet().stream()
                .filter(count -> count.getKey().startsWith(prefix))
                .map(count -> new TagCount(count.getKey(), count.getValue()))
                .sorted(MOST_USED_FIRST)
                .limit(limit)
                .toList();
    }

    private Map<String, Integer> all(Audience audience) {
        String sequence = pictures.sequence() + " " + marks.sequence();
        Counted known = counted.get(audience);
        if (known == null || !known.sequence.equals(sequence)) {
            known = new Counted(sequence, count(audience, ""));
            counted.put(audience, known);
        }
        return known.tags;
    }

    private Map<String, Integer> count(Audience audience, String prefix) {
        List<String> shelves = Shelf.seenBy(audience).stream().map(Shelf::code).toList();
        Counter counter = new Counter(shelves);
        JsonArray start = Key.of(Hex.of(prefix));
        JsonArray end = Key.of(prefix.isEmpty() ? "g" : Hex.behind(prefix));
        Range.ofRows(marks, indexes.view(marks, "tagged"), start, end).all(row -> {
            counter.add(MarkLists.fullName(row), row.key(1));
            return Optional.empty();
        });
        counter.count();
        return counter.counts;
    }

    /// Gathers pairs of tags and pictures, and counts many at once.
    private final class Counter {
        private final List<String> shelves;
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Set<Pair> pairs = new HashSet<>();

        private Counter(List<String> shelves) {
            this.shelves = shelves;
        }

        /// @param id never less than the one before of the same tag
        private void add(String tag, String id) {
            Pair pair = new Pair(tag, id);
            if (pairs.size() >= PIECE && !pairs.contains(pair)) {
                count();
            }
            pairs.add(pair);
        }

        private void count() {
            Set<String> seen = seen();
            pairs.stream()
                    .filter(pair -> seen.contains(pair.id))
                    .forEach(pair -> counts.merge(pair.tag, 1, Integer::sum));
            pairs.clear();
        }

        private Set<String> seen() {
            List<String> ids = pairs.stream().map(Pair::id).distinct().toList();
            Set<String> seen = new HashSet<>();
            if (!ids.isEmpty()) {
                pictures.rows(indexes.view(pictures, "shelves"), view -> view.keys(ids)).stream()
                        .filter(row -> shelves.contains(row.value().getAsString()))
                        .forEach(row -> seen.add(row.id()));
            }
            return seen;
        }
    }

    private record Pair(String tag, String id) {}

    private record Counted(String sequence, Map<String, Integer> tags) {}
}
