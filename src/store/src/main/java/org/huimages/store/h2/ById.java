package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.url.ImageId;

/// Finds rows of pictures: where they are if no other picture had their number, else by the index of IDs.
final class ById {
    static final String AT_HOME = "SELECT %s FROM picture WHERE number = ? AND id = ?";
    static final String ANYWHERE = "SELECT %s FROM picture WHERE id = ?";
    static final String ALL_AT_HOME = "SELECT %s FROM picture WHERE number = ANY(?)";
    static final String ALL_ANYWHERE = "SELECT %s FROM picture WHERE id = ANY(?)";

    private ById() {}

    static <T> Optional<T> one(Connection connection, String columns, Sql.Row<T> row, ImageId id) throws SQLException {
        Optional<T> atHome = Sql.first(connection, AT_HOME.formatted(columns), row, RowNumber.of(id), id.text());
        return atHome.isPresent() ? atHome : Sql.first(connection, ANYWHERE.formatted(columns), row, id.text());
    }

    /// Those that are there, and maybe another one that has the number of one of them.
    ///
    /// @param columns with `id`
    static <T> Map<ImageId, T> all(Connection connection, String columns, Sql.Row<T> row, Collection<ImageId> ids)
            throws SQLException {
        Map<ImageId, T> found = new HashMap<>();
        Sql.Row<ImageId> noted = result -> {
            ImageId id = new ImageId(result.getString("id"));
            found.put(id, row.of(result));
            return id;
        };
        Sql.list(connection, ALL_AT_HOME.formatted(columns), noted, RowNumber.array(ids));
        List<ImageId> others = ids.stream().filter(id -> !found.containsKey(id)).toList();
        if (!others.isEmpty()) {
            Sql.list(connection, ALL_ANYWHERE.formatted(columns), noted, Sql.array(others));
        }
        return found;
    }
}
