package org.huimages.store.h2;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.huimages.catalog.Audience;

/// The statements of lists, for what stands on some shelves.
///
/// Each reads, for every shelf, a range of an index from the cursor on and no further than the limit, and then the
/// documents of the first ones of them all: as many rows whatever the size of the catalog. In each ?1 is the limit,
/// ?2 the cursor.
final class ListSql {
    static final ListSql TRASH = new ListSql(EnumSet.of(Shelf.TRASH));

    private static final ListSql PUBLIC = new ListSql(EnumSet.of(Shelf.EVERYONE));
    private static final ListSql READERS = new ListSql(EnumSet.of(Shelf.EVERYONE, Shelf.READERS));
    private static final String FIRST = " FETCH FIRST ?1 ROWS ONLY";
    private static final String BY_ID = "listed.id";
    private static final String BY_ID_DOWN = "listed.id DESC";
    private static final String BY_AGE = "listed.age DESC";

    private final Set<Shelf> shelves;

    /// After the cursor.
    final String after;
    /// At or after the cursor.
    final String from;
    /// Before the cursor, the nearest one first.
    final String before;
    /// The newest first; without cursor.
    final String newest;
    /// Older than the cursor, which is an age.
    final String older;
    /// With the tag ?3, after the cursor.
    final String tagged;
    /// That the user ?3 likes best, after the cursor.
    final String favourites;

    private ListSql(Set<Shelf> shelves) {
        this.shelves = shelves;
        after = documents(BY_ID, picture("id > ?2", "shelf, id"));
        from = documents(BY_ID, picture("id >= ?2", "shelf, id"));
        before = documents(BY_ID_DOWN, picture("id < ?2", "shelf DESC, id DESC"));
        newest = documents(BY_AGE, aged("TRUE"));
        older = documents(BY_AGE, aged("age < ?2"));
        tagged = documents(BY_ID, entry(Entry.Kind.TAG));
        favourites = documents(BY_ID, entry(Entry.Kind.FAVOURITE));
    }

    static ListSql of(Audience audience) {
        return switch (audience) {
            case PUBLIC -> PUBLIC;
            case READERS -> READERS;
        };
    }

    private static String picture(String condition, String order) {
        return "SELECT number, id FROM picture WHERE shelf = '%s' AND " + condition + " ORDER BY " + order;
    }

    private static String aged(String condition) {
        return "SELECT number, age FROM picture WHERE shelf = '%s' AND " + condition + " ORDER BY shelf DESC, age DESC";
    }

    private static String entry(Entry.Kind kind) {
        return "SELECT number, id FROM entry WHERE shelf = '%s' AND kind = '" + kind.code()
                + "' AND name = ?3 AND id > ?2 ORDER BY shelf, kind, name, id";
    }

    /// @param range gives `number` and the column of `order`; its shelf is left open
    private String documents(String order, String range) {
        List<String> all = shelves.stream()
                .map(shelf -> range.formatted(shelf.code()) + FIRST)
                .toList();
        return "SELECT picture.id, picture.document FROM (" + first(all, order)
                + ") AS listed JOIN picture ON picture.number = listed.number ORDER BY " + order;
    }

    private static String first(List<String> ranges, String order) {
        return ranges.size() == 1
                ? ranges.getFirst()
                : "(" + String.join(") UNION ALL (", ranges) + ") ORDER BY " + order.replace("listed.", "") + FIRST;
    }
}
