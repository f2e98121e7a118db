package org.huimages.catalog;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.url.ImageId;

/// The twin in memory, for tests: held to the same contract as the real catalogs, but for the cost of its lists.
public final class MemoryCatalog implements Catalog {
    private final NavigableMap<String, ImageDocument> documents = new TreeMap<>();
    private final Map<ImageId, Map<String, Marks>> marks = new TreeMap<>(Comparator.comparing(ImageId::text));

    @Override
    public synchronized Optional<ImageDocument> find(ImageId id) {
        return Optional.ofNullable(documents.get(id.text()));
    }

    @Override
    public synchronized List<ImageDocument> findAll(List<ImageId> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public synchronized Saved save(ImageDocument document) {
        boolean created = !documents.containsKey(document.id().text());
        ImageDocument stored = documents.merge(document.id().text(), document, Catalog::merged);
        return new Saved(stored, created);
    }

    @Override
    public synchronized Optional<ImageDocument> update(ImageId id, UnaryOperator<ImageDocument> change) {
        return Optional.ofNullable(documents.computeIfPresent(id.text(), (key, document) -> change.apply(document)));
    }

    @Override
    public synchronized boolean erase(ImageId id) {
        marks.remove(id);
        return documents.remove(id.text()) != null;
    }

    @Override
    public List<ImageDocument> page(Audience audience, String after, int limit) {
        return list(audience::sees, after, limit);
    }

    @Override
    public List<ImageDocument> all(String after, int limit) {
        return list(document -> true, after, limit);
    }

    @Override
    public synchronized long size() {
        return documents.size();
    }

    private synchronized List<ImageDocument> list(Predicate<ImageDocument> filter, String after, int limit) {
        return documents.tailMap(after, false).values().stream()
                .filter(filter)
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized Optional<ImageDocument> previous(Audience audience, ImageId before) {
        return documents.headMap(before.text(), false).descendingMap().values().stream()
                .filter(audience::sees)
                .findFirst();
    }

    @Override
    public synchronized Optional<ImageDocument> atOrAfter(Audience audience, ImageId from) {
        return Stream.concat(documents.tailMap(from.text(), true).values().stream(), documents.values().stream())
                .filter(audience::sees)
                .findFirst();
    }

    @Override
    public synchronized List<ImageDocument> newest(Audience audience, Optional<ImageId> after, int limit) {
        List<ImageDocument> all = documents.values().stream()
                .sorted(Comparator.comparing(
                                (ImageDocument document) -> document.created().text())
                        .thenComparing(document -> document.id().text())
                        .reversed())
                .toList();
        long before = after.map(id -> all.stream()
                        .takeWhile(document -> !document.id().equals(id))
                        .count())
                .orElse(-1L);
        return all.stream().skip(before + 1).filter(audience::sees).limit(limit).toList();
    }

    @Override
    public List<ImageDocument> search(Audience audience, String query, String after, int limit) {
        SortedSet<String> wanted = Words.of(query);
        return list(document -> !wanted.isEmpty() && audience.sees(document) && hasAll(document, wanted), after, limit);
    }

    private boolean hasAll(ImageDocument document, SortedSet<String> wanted) {
        SortedSet<String> words = Words.of(document, opinion(document.id()));
        return wanted.stream().allMatch(begin -> words.stream().anyMatch(word -> word.startsWith(begin)));
    }

    @Override
    public List<ImageDocument> tagged(Audience audience, String tag, String after, int limit) {
        return list(
                document ->
                        audience.sees(document) && opinion(document.id()).tags().contains(tag),
                after,
                limit);
    }

    @Override
    public List<ImageDocument> favourites(Audience audience, String user, String after, int limit) {
        return list(
                document ->
                        audience.sees(document) && marks(document.id(), user).favourite(),
                after,
                limit);
    }

    @Override
    public List<ImageDocument> deleted(String after, int limit) {
        return list(
                document -> document.state()
                        .tombstone()
                        .filter(tombstone -> !tombstone.erased())
                        .isPresent(),
                after,
                limit);
    }

    @Override
    public synchronized Opinion opinion(ImageId id) {
        return Opinion.of(marks.getOrDefault(id, Map.of()).values());
    }

    @Override
    public synchronized Map<ImageId, Opinion> opinions(Collection<ImageId> ids) {
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), this::opinion));
    }

    @Override
    public synchronized Marks marks(ImageId id, String user) {
        return Objects.requireNonNullElse(marks.getOrDefault(id, Map.of()).get(user), Marks.NONE);
    }

    @Override
    public synchronized Map<String, Marks> everybodysMarks(ImageId id) {
        Map<String, Marks> all = new TreeMap<>(marks.getOrDefault(id, Map.of()));
        all.values().removeIf(Marks.NONE::equals);
        return all;
    }

    @Override
    public synchronized Optional<Marks> mark(ImageId id, String user, UnaryOperator<Marks> change) {
        if (!documents.containsKey(id.text())) {
            return Optional.empty();
        }
        Marks changed = change.apply(marks(id, user));
        marks.computeIfAbsent(id, key -> new TreeMap<>()).put(user, changed);
        return Optional.of(changed);
    }

    @Override
    public synchronized List<TagCount> tags(Audience audience, String prefix, int limit) {
        Map<String, Long> counts = documents.values().stream()
                .filter(audience::sees)
                .flatMap(document -> opinion(document.id()).tags().stream())
                .filter(tag -> tag.startsWith(prefix))
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> new TagCount(entry.getKey(), entry.getValue().intValue()))
                .sorted(Comparator.comparingInt(TagCount::pictures).reversed().thenComparing(TagCount::tag))
                .limit(limit)
                .toList();
    }

    @Override
    public synchronized void close() {
        documents.clear();
        marks.clear();
    }
}
