package org.huimages.store.h2;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Words;

/// Looks for the pictures in which each word of a query begins a word.
///
/// What it reads depends on the words, and is bounded for each of them however many pictures there are. If few have
/// one of them, it looks at these. If many have, but the word has few forms (`water`, `waterfall`), it reads the lists
/// of these forms from the cursor on. If the forms are many, it reads all lists as long as that is not too much. Else
/// (`a`) so many pictures have them that it looks at one after the other, from the cursor on.
///
/// Several words that many pictures have, but hardly any has together, can make it look at all of these; it gives up
/// after some seconds.
final class WordSearch {
    /// So many entries of a word are few.
    static final int FEW = 1000;

    /// So many can be read at once.
    private static final int SOME = 20_000;

    private static final int FEW_FORMS = 16;
    private static final int LONGEST_SECONDS = 5;
    private static final String LEAST = "\u0000";
    private static final String GREATEST = "\uFFFF";

    static final String ENTRIES = "SELECT id, number FROM entry"
            + " WHERE shelf = ? AND kind = 'w' AND name >= ? AND name < ? FETCH FIRST ? ROWS ONLY";
    static final String FORM = "SELECT name FROM entry"
            + " WHERE shelf = ? AND kind = 'w' AND name >= ? ORDER BY shelf, kind, name FETCH FIRST ROW ONLY";
    static final String OF_FORM_ALONE = "SELECT id, number FROM entry"
            + " WHERE shelf = ? AND kind = 'w' AND name = ? AND id > ?"
            + " ORDER BY shelf, kind, name, id FETCH FIRST ? ROWS ONLY";
    private static final String OF_FORM = "SELECT entry.id, entry.number FROM entry"
            + " JOIN picture ON picture.number = entry.number"
            + " WHERE entry.shelf = ? AND entry.kind = 'w' AND entry.name = ? AND entry.id > ?%s"
            + " ORDER BY entry.shelf, entry.kind, entry.name, entry.id FETCH FIRST ? ROWS ONLY";
    private static final String ANYWHERE = "SELECT id, number FROM picture"
            + " WHERE shelf = ? AND id > ?%s ORDER BY shelf, id FETCH FIRST ? ROWS ONLY";
    private static final String DOCUMENT = "SELECT id, document FROM picture WHERE number = ?%s";
    private static final String WITH_WORD = " AND LOCATE(?, picture.words) > 0";

    private final Connection connection;
    private final Set<Shelf> shelves;
    private final List<String> words;
    private final String after;
    private final int limit;

    private WordSearch(Connection connection, Question question) {
        this.connection = connection;
        this.shelves = Shelf.seenBy(question.audience);
        this.words = Words.of(question.text).stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.after = question.after;
        this.limit = question.limit;
    }

    static List<ImageDocument> find(Connection connection, Question question) throws SQLException {
        Sql.change(connection, "SET QUERY_TIMEOUT " + SECONDS.toMillis(LONGEST_SECONDS));
        try {
            return find(connection, question, SOME);
        } finally {
            Sql.change(connection, "SET QUERY_TIMEOUT 0");
        }
    }

    /// @param some so many entries can be read at once
    static List<ImageDocument> find(Connection connection, Question question, int some) throws SQLException {
        WordSearch search = new WordSearch(connection, question);
        return search.words.isEmpty() ? List.of() : search.documents(search.candidates(some));
    }

    /// Pictures in the order of IDs: the first ones that have all words, and maybe others.
    private Collection<Place> candidates(int some) throws SQLException {
        Optional<NavigableMap<String, Place>> few = ofRareWords(FEW);
        if (few.isPresent()) {
            return afterCursor(few.get());
        }
        Set<String> forms = formsOfAny();
        boolean listed = !forms.isEmpty();
        if (listed && words.size() == 1) {
            return afterCursor(sorted(ofForms(forms)));
        }
        Optional<NavigableMap<String, Place>> rare = ofRareWords(some);
        return afterCursor(rare.isPresent() ? rare.get() : sorted(listed ? ofForms(forms) : anywhere()));
    }

    /// What has all of those words that have no more than `most` entries; empty if each has more.
    private Optional<NavigableMap<String, Place>> ofRareWords(int most) throws SQLException {
        Optional<NavigableMap<String, Place>> common = Optional.empty();
        for (String word : words) {
            List<Place> places = entries(word, most + 1);
            if (places.size() <= most) {
                NavigableMap<String, Place> found = sorted(places);
                common.ifPresent(others -> found.keySet().retainAll(others.keySet()));
                common = Optional.of(found);
            }
        }
        return common;
    }

    private static NavigableMap<String, Place> sorted(List<Place> places) {
        NavigableMap<String, Place> sorted = new TreeMap<>();
        places.forEach(place -> sorted.put(place.id, place));
        return sorted;
    }

    private Collection<Place> afterCursor(NavigableMap<String, Place> places) {
        return places.tailMap(after, false).values();
    }

    /// What has a word that begins like this.
    private List<Place> entries(String word, int most) throws SQLException {
        List<Place> places = new ArrayList<>();
        for (Shelf shelf : shelves) {
            places.addAll(places(ENTRIES, shelf.code(), word, word + GREATEST, most - places.size()));
        }
        return places;
    }

    /// Those of a word that has few; none if none has.
    private Set<String> formsOfAny() throws SQLException {
        for (String word : words) {
            Set<String> forms = forms(word);
            if (forms.size() <= FEW_FORMS) {
                return forms;
            }
        }
        return Set.of();
    }

    /// The words that begin like this; no more than just too many.
    private Set<String> forms(String word) throws SQLException {
        Set<String> forms = new TreeSet<>();
        for (Shelf shelf : shelves) {
            Optional<String> form = form(shelf, word);
            while (forms.size() <= FEW_FORMS
                    && form.filter(found -> found.startsWith(word)).isPresent()) {
                forms.add(form.get());
                form = form(shelf, form.get() + LEAST);
            }
        }
        return forms;
    }

    private Optional<String> form(Shelf shelf, String from) throws SQLException {
        return Sql.first(connection, FORM, row -> row.getString(1), shelf.code(), from);
    }

    private List<Place> ofForms(Set<String> forms) throws SQLException {
        List<Place> places = new ArrayList<>();
        for (Shelf shelf : shelves) {
            for (String form : forms) {
                places.addAll(ofForm(shelf, form));
            }
        }
        return places;
    }

    /// With the other words too.
    private List<Place> ofForm(Shelf shelf, String form) throws SQLException {
        return words.size() == 1
                ? places(OF_FORM_ALONE, shelf.code(), form, after, limit)
                : places(withWords(OF_FORM), conditions(List.of(shelf.code(), form, after), List.of(limit)));
    }

    private List<Place> anywhere() throws SQLException {
        List<Place> places = new ArrayList<>();
        for (Shelf shelf : shelves) {
            places.addAll(places(withWords(ANYWHERE), conditions(List.of(shelf.code(), after), List.of(limit))));
        }
        return places;
    }

    private List<Place> places(String statement, Object... values) throws SQLException {
        return Sql.list(connection, statement, row -> new Place(row.getString("id"), row.getLong("number")), values);
    }

    private List<ImageDocument> documents(Collection<Place> places) throws SQLException {
        List<ImageDocument> documents = new ArrayList<>();
        for (Place place : places) {
            if (documents.size() == limit) {
                break;
            }
            documents.addAll(Sql.list(
                    connection,
                    withWords(DOCUMENT),
                    PictureRows::document,
                    conditions(List.of(place.number), List.of())));
        }
        return documents;
    }

    private String withWords(String statement) {
        return statement.formatted(WITH_WORD.repeat(words.size()));
    }

    private Object[] conditions(List<Object> before, List<Object> behind) {
        return Stream.of(before.stream(), words.stream().map(word -> PictureRows.BLANK + word), behind.stream())
                .flatMap(values -> values)
                .toArray();
    }

    /// What is looked for, and which part of the list.
    record Question(Audience audience, String text, String after, int limit) {}

    private record Place(String id, long number) {}
}
