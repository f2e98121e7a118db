package org.huimages.store.h2;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.catalog.Words;
import org.huimages.url.ImageId;

/// All that is stored of one picture.
///
/// @param number of its row; 0 while it has none
/// @param marks everybody's, by user
/// @param words that it is found by: as they were stored, since another release, or another Java, may see other ones
record Picture(long number, ImageDocument document, Map<String, Marks> marks, SortedSet<String> words) {

    /// One that has no row yet.
    static Picture fresh(ImageDocument document, Map<String, Marks> marks) {
        return made(0, document, marks);
    }

    private static Picture made(long number, ImageDocument document, Map<String, Marks> marks) {
        return new Picture(number, document, marks, Words.of(document, Opinion.of(marks.values())));
    }

    Picture numbered(long newNumber) {
        return new Picture(newNumber, document, marks, words);
    }

    /// The same with another document, and these users' marks instead of what they had said before.
    Picture with(ImageDocument newDocument, Map<String, Marks> said) {
        Map<String, Marks> all = new TreeMap<>(marks);
        all.putAll(said);
        return made(number, newDocument, all);
    }

    ImageId id() {
        return document.id();
    }

    Shelf shelf() {
        return Shelf.of(document);
    }

    /// Its places in all lists.
    Set<Entry> entries() {
        Set<Entry> entries = new HashSet<>();
        if (shelf().isListed()) {
            words.forEach(word -> entries.add(entry(Entry.Kind.WORD, word)));
            marks.forEach((user, said) -> {
                said.tags().forEach(tag -> entries.add(entry(Entry.Kind.TAG, tag)));
                if (said.favourite()) {
                    entries.add(entry(Entry.Kind.FAVOURITE, user));
                }
            });
        }
        return entries;
    }

    private Entry entry(Entry.Kind kind, String name) {
        return new Entry(shelf(), kind, name, id(), number);
    }
}
