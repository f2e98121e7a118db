package org.huimages.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What people say of a picture.
///
/// @param filename as the uploader called it; empty if it had no name
/// @param titles newest last, each once
/// @param types in the order in which they were added, each once
/// @param references to other things, by key: any values, each once, in the order in which they were added; the keys
///     are sorted
public record Description(
        String filename, List<String> titles, List<String> types, SequencedMap<String, List<JsonText>> references) {

    /// Nothing at all.
    public static final Description NONE = named("");

    public Description {
        titles = List.copyOf(titles);
        types = List.copyOf(types);
        references = copy(references);
    }

    private static SequencedMap<String, List<JsonText>> copy(Map<String, List<JsonText>> references) {
        TreeMap<String, List<JsonText>> sorted = new TreeMap<>();
        references.forEach((key, values) -> sorted.put(key, List.copyOf(values)));
        return Collections.unmodifiableSequencedMap(sorted);
    }

    /// A file name, and nothing else.
    public static Description named(String filename) {
        return new Description(filename, List.of(), List.of(), new TreeMap<>());
    }

    /// This and what is new in `later`: a title that is there already moves to the end, nothing is taken away, the
    /// file name stays the first one.
    public Description with(Description later) {
        List<String> newTitles = new ArrayList<>(titles);
        newTitles.removeAll(later.titles);
        newTitles.addAll(later.titles);
        TreeMap<String, List<JsonText>> newReferences = new TreeMap<>(references);
        later.references.forEach((key, values) -> newReferences.merge(key, values, Description::union));
        return new Description(
                filename.isEmpty() ? later.filename : filename, newTitles, union(types, later.types), newReferences);
    }

    /// The same with exactly these titles.
    public Description withTitles(List<String> newTitles) {
        return new Description(filename, newTitles, types, references);
    }

    /// The same without these types.
    public Description withoutTypes(Collection<String> unwanted) {
        return new Description(filename, titles, without(types, unwanted), references);
    }

    /// The same without these references. A key whose last value has gone is gone too.
    public Description withoutReferences(Map<String, List<JsonText>> unwanted) {
        TreeMap<String, List<JsonText>> left = new TreeMap<>(references);
        unwanted.forEach((key, values) -> left.computeIfPresent(key, (same, all) -> without(all, values)));
        left.values().removeIf(List::isEmpty);
        return new Description(filename, titles, types, left);
    }

    private static <T> List<T> union(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        second.stream().filter(value -> !first.contains(value)).forEach(all::add);
        return all;
    }

    private static <T> List<T> without(List<T> values, Collection<T> unwanted) {
        return values.stream().filter(value -> !unwanted.contains(value)).toList();
    }
}
