package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huimages.url.ImageId;

/// Statements: what is put into them and what comes out.
final class Sql {
    private Sql() {}

    /// All rows of a query.
    static <T> List<T> list(Connection connection, String query, Row<T> row, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            put(statement, values);
            try (ResultSet result = statement.executeQuery()) {
                List<T> rows = new ArrayList<>();
                while (result.next()) {
                    rows.add(row.of(result));
                }
                return rows;
            }
        }
    }

    /// The first row of a query, if it has one.
    static <T> Optional<T> first(Connection connection, String query, Row<T> row, Object... values)
            throws SQLException {
        return list(connection, query, row, values).stream().findFirst();
    }

    /// Carries out a statement.
    ///
    /// @return how many rows it changed
    static int change(Connection connection, String change, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            put(statement, values);
            return statement.executeUpdate();
        }
    }

    /// Carries out the same statement for each of `items`.
    static <T> void changeEach(Connection connection, String change, Collection<T> items, Function<T, Object[]> values)
            throws SQLException {
        if (items.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(change)) {
            for (T item : items) {
                put(statement, values.apply(item));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /// For `= ANY(?)`, which looks for each of them.
    static Object array(Collection<ImageId> ids) {
        return ids.stream().map(ImageId::text).toArray(String[]::new);
    }

    static void put(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
    }

    /// What is read from one row.
    @FunctionalInterface
    interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }
}
