package org.huimages.store.couch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Opinion;
import org.huimages.catalog.Words;
import org.huimages.url.ImageId;

/// Looks for the pictures in which each word of a query begins a word.
///
/// The views say which pictures have a word that begins like one of the longest of the query; these are looked
/// at. If all words are so frequent that nearly every picture has them, pictures are looked at one after the
/// other.
final class CouchSearch {
    /// So many rows of a word are few.
    private static final int FEW = 2000;
    /// So many words of a query are looked up; the others are checked in what these find.
    private static final int LOOKED_UP = 4;

    private static final int PIECE = 100;

    private final CouchDatabase pictures;
    private final CouchDatabase marks;
    private final Indexes indexes;
    private final PictureLists lists;
    private final MarkLists marked;

    CouchSearch(CouchDatabase pictures, CouchDatabase marks, Indexes indexes) {
        this.pictures = pictures;
        this.marks = marks;
        this.indexes = indexes;
        this.lists = new PictureLists(pictures, indexes);
        this.marked = new MarkLists(marks, lists, indexes);
    }

    List<ImageDocument> search(Audience audience, String query, String after, int limit) {
        SortedSet<String> words = Words.of(query);
        if (words.isEmpty()) {
            return List.of();
        }
        Optional<SortedSet<String>> candidates = candidates(audience, words);
        List<ImageDocument> found = candidates.isPresent()
                ? among(audience, words, List.copyOf(candidates.get().tailSet(after + "!")), limit)
                : anywhere(audience, words, after, limit);
        return found.stream().limit(limit).toList();
    }

    /// What has all those of the words looked up that are not frequent; empty if all are.
    private Optional<SortedSet<String>> candidates(Audience audience, Collection<String> words) {
        return words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .limit(LOOKED_UP)
                .flatMap(word -> having(audience, word).stream())
                .reduce((all, more) -> {
                    all.retainAll(more);
                    return all;
                });
    }

    /// What has a word that begins like this; empty if that is much.
    private Optional<SortedSet<String>> having(Audience audience, String word) {
        NavigableSet<String> ids = new TreeSet<>();
        int rows = 0;
        for (Shelf shelf : Shelf.seenBy(audience)) {
            rows += take(
                    Range.ofRows(
                            pictures,
                            indexes.view(pictures, "words"),
                            Key.of(shelf.code(), Hex.of(word)),
                            Key.of(shelf.code(), Hex.behind(word))),
                    2,
                    ids);
        }
        rows += take(
                Range.ofRows(marks, indexes.view(marks, "words"), Key.of(Hex.of(word)), Key.of(Hex.behind(word))),
                1,
                ids);
        return rows > FEW ? Optional.empty() : Optional.of(ids);
    }

    /// @param place of the ID in the keys
    private static int take(Range range, int place, Set<String> ids) {
        List<String> taken = range.take(FEW + 1, row -> Optional.of(row.key(place)));
        ids.addAll(taken);
        return taken.size();
    }

    private List<ImageDocument> among(Audience audience, Collection<String> words, List<String> ids, int limit) {
        List<ImageDocument> found = new ArrayList<>();
        for (int at = 0; at < ids.size() && found.size() < limit; at += PIECE) {
            List<String> piece = ids.subList(at, Math.min(ids.size(), at + PIECE));
            found.addAll(having(words, lists.seen(audience, piece)));
        }
        return found;
    }

    private List<ImageDocument> anywhere(Audience audience, Collection<String> words, String after, int limit) {
        List<ImageDocument> found = new ArrayList<>();
        List<ImageDocument> piece = lists.page(audience, after, PIECE);
        while (!piece.isEmpty() && found.size() < limit) {
            found.addAll(having(words, piece));
            piece = piece.size() < PIECE
                    ? List.of()
                    : lists.page(audience, piece.getLast().id().text(), PIECE);
        }
        return found;
    }

    private List<ImageDocument> having(Collection<String> words, List<ImageDocument> documents) {
        Map<ImageId, Opinion> opinions =
                marked.opinions(documents.stream().map(ImageDocument::id).toList());
        return documents.stream()
                .filter(document ->
                        hasAll(Words.of(document, opinions.getOrDefault(document.id(), Opinion.NONE)), words))
                .toList();
    }

    private static boolean hasAll(SortedSet<String> words, Collection<String> wanted) {
        return wanted.stream()
                .allMatch(begin -> words.tailSet(begin).stream()
                        .findFirst()
                        .filter(word -> word.startsWith(begin))
                        .isPresent());
    }
}
