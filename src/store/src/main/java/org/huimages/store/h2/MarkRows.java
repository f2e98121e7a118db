package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huimages.catalog.Marks;
import org.huimages.store.json.JsonTokens;
import tools.jackson.databind.json.JsonMapper;

/// The table of marks: one row for each picture and each user who has marked it.
final class MarkRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String NO_TAGS = "[]";
    static final String BY_NUMBER = "SELECT user_name, tags, favourite, rating FROM mark WHERE number = ?";
    private static final String INSERT =
            "INSERT INTO mark (number, user_name, tags, favourite, rating) VALUES (?, ?, ?, ?, ?)";

    private static final String DELETE = "DELETE FROM mark WHERE number = ? AND user_name = ?";

    private MarkRows() {}

    /// Everybody's, by user.
    static Map<String, Marks> all(Connection connection, long number) throws SQLException {
        Map<String, Marks> all = new TreeMap<>();
        Sql.list(connection, BY_NUMBER, row -> all.put(row.getString("user_name"), marks(row)), number);
        return all;
    }

    static Optional<Marks> find(Connection connection, long number, String user) throws SQLException {
        return Sql.first(connection, BY_NUMBER + " AND user_name = ?", MarkRows::marks, number, user);
    }

    /// In a row with the columns `tags`, `favourite` and `rating`.
    static Marks marks(ResultSet row) throws SQLException {
        int rating = row.getInt("rating");
        return new Marks(
                tags(row.getString("tags")),
                row.getBoolean("favourite"),
                rating == 0 ? OptionalInt.empty() : OptionalInt.of(rating));
    }

    /// As JSON: a tag may have blanks in it, or anything else.
    static String json(SortedSet<String> tags) {
        return JSON.writeValueAsString(tags);
    }

    /// The inverse of [#json].
    static SortedSet<String> tags(String json) {
        return json.equals(NO_TAGS) ? Collections.emptySortedSet() : new TreeSet<>(JsonTokens.strings(json));
    }

    /// Writes what some users have said anew of a picture, whose row the caller has locked. Marks that say nothing
    /// have no row.
    static void write(Connection connection, long number, Map<String, Marks> said) throws SQLException {
        Sql.changeEach(connection, DELETE, said.keySet(), user -> new Object[] {number, user});
        Map<String, Marks> telling = new TreeMap<>(said);
        telling.values().removeIf(Marks.NONE::equals);
        Sql.changeEach(connection, INSERT, telling.entrySet(), one -> values(number, one.getKey(), one.getValue()));
    }

    private static Object[] values(long number, String user, Marks marks) {
        return new Object[] {
            number, user, json(marks.tags()), marks.favourite(), marks.rating().orElse(0)
        };
    }

    static void deleteAll(Connection connection, long number) throws SQLException {
        Sql.change(connection, "DELETE FROM mark WHERE number = ?", number);
    }
}
