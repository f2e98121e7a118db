package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;
import org.huimages.catalog.Marks;
import org.huimages.url.ImageId;
import tools.jackson.databind.json.JsonMapper;

/// The table of marks: one row for each picture and each user who has marked it.
final class MarkRows {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String BY_NUMBER = "SELECT user_name, tags, favourite, rating FROM mark WHERE number = ?";
    static final String BY_ID = "SELECT user_name, tags, favourite, rating FROM mark"
            + " WHERE number = (SELECT number FROM picture WHERE id = ?)";
    static final String BY_IDS = "SELECT picture.id, user_name, tags, favourite, rating FROM picture"
            + " JOIN mark ON mark.number = picture.number WHERE picture.id = ANY(?)";
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

    /// Everybody's, by user.
    static Map<String, Marks> byUser(Connection connection, ImageId id) throws SQLException {
        Map<String, Marks> all = new TreeMap<>();
        Sql.list(connection, BY_ID, row -> all.put(row.getString("user_name"), marks(row)), id.text());
        return all;
    }

    static Collection<Marks> all(Connection connection, ImageId id) throws SQLException {
        return Sql.list(connection, BY_ID, MarkRows::marks, id.text());
    }

    /// Those of pictures that have any.
    static Map<ImageId, List<Marks>> all(Connection connection, Collection<ImageId> ids) throws SQLException {
        Map<ImageId, List<Marks>> all = new HashMap<>();
        Sql.list(
                connection,
                BY_IDS,
                row -> marksOf(new ImageId(row.getString("id")), all).add(marks(row)),
                Sql.array(ids));
        return all;
    }

    private static List<Marks> marksOf(ImageId id, Map<ImageId, List<Marks>> all) {
        return all.computeIfAbsent(id, picture -> new ArrayList<>());
    }

    static Optional<Marks> find(Connection connection, ImageId id, String user) throws SQLException {
        return Sql.first(connection, BY_ID + " AND user_name = ?", MarkRows::marks, id.text(), user);
    }

    private static Marks marks(ResultSet row) throws SQLException {
        int rating = row.getInt("rating");
        return new Marks(
                new TreeSet<>(List.of(JSON.readValue(row.getString("tags"), String[].class))),
                row.getBoolean("favourite"),
                rating == 0 ? OptionalInt.empty() : OptionalInt.of(rating));
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
            number,
            user,
            JSON.writeValueAsString(marks.tags()),
            marks.favourite(),
            marks.rating().orElse(0)
        };
    }

    static void deleteAll(Connection connection, long number) throws SQLException {
        Sql.change(connection, "DELETE FROM mark WHERE number = ?", number);
    }
}
