package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog.TagCount;

/// The table of counters: how many pictures have a tag, for each audience. A tag has a row for each of its
/// beginnings, so that those with a common beginning lie together, most used first.
final class TagCounts {
    /// Of longer beginnings the rest is compared.
    static final int LONGEST_PREFIX = 16;

    private static final String ADD =
            "UPDATE tag_count SET everyone = everyone + ?, readers = readers + ? WHERE prefix = ? AND tag = ?";
    private static final String INSERT = "INSERT INTO tag_count (everyone, readers, prefix, tag) VALUES (?, ?, ?, ?)";
    private static final String DELETE = "DELETE FROM tag_count WHERE prefix = ? AND tag = ? AND readers = 0";

    private final Map<String, Change> changes = new TreeMap<>();

    /// Notes a picture that has a tag now, or no longer.
    ///
    /// @param shelf on which the picture stands, one that is listed
    /// @param pictures 1 or -1
    void count(String tag, Shelf shelf, int pictures) {
        Change one = new Change(shelf == Shelf.EVERYONE ? pictures : 0, pictures);
        changes.merge(tag, one, Change::plus);
    }

    /// Writes what was noted, in the order of tags.
    void write(Connection connection) throws SQLException {
        for (Map.Entry<String, Change> change : changes.entrySet()) {
            if (!change.getValue().equals(Change.NONE)) {
                write(connection, change.getKey(), change.getValue());
            }
        }
        changes.clear();
    }

    private static void write(Connection connection, String tag, Change change) throws SQLException {
        for (int length = 0; length <= Math.min(tag.length(), LONGEST_PREFIX); length++) {
            String prefix = tag.substring(0, length);
            Object[] values = {change.everyone, change.readers, prefix, tag};
            if (Sql.change(connection, ADD, values) == 0 && !insert(connection, values)) {
                Sql.change(connection, ADD, values);
            }
            if (change.readers < 0) {
                Sql.change(connection, DELETE, prefix, tag);
            }
        }
    }

    /// @return false if somebody else has just done it
    private static boolean insert(Connection connection, Object... values) throws SQLException {
        try {
            return Sql.change(connection, INSERT, values) == 1;
        } catch (SQLIntegrityConstraintViolationException there) {
            return false;
        }
    }

    static List<TagCount> select(Connection connection, Audience audience, String prefix, int limit)
            throws SQLException {
        String kept = prefix.substring(0, Math.min(prefix.length(), LONGEST_PREFIX));
        boolean longer = kept.length() < prefix.length();
        return Sql.list(
                connection,
                select(audience, longer),
                row -> new TagCount(row.getString(1), row.getInt(2)),
                longer ? new Object[] {kept, limit, prefix} : new Object[] {kept, limit});
    }

    /// The statement: ?1 is a beginning as they are kept, ?2 the limit, ?3 a longer beginning.
    static String select(Audience audience, boolean longer) {
        String count = switch (audience) {
            case PUBLIC -> "everyone";
            case READERS -> "readers";
        };
        return "SELECT tag, " + count + " FROM tag_count WHERE prefix = ?1 AND " + count + " >= 1"
                + (longer ? " AND LOCATE(?3, tag) = 1" : "")
                + " ORDER BY prefix, " + count + " DESC, tag FETCH FIRST ?2 ROWS ONLY";
    }

    private record Change(int everyone, int readers) {
        private static final Change NONE = new Change(0, 0);

        private Change plus(Change other) {
            return new Change(everyone + other.everyone, readers + other.readers);
        }
    }
}
