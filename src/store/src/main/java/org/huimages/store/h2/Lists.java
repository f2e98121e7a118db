package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.url.ImageId;

/// The lists of what some shelves hold.
final class Lists {
    private final Connection connection;
    private final ListSql sql;

    Lists(Connection connection, Audience audience) {
        this(connection, ListSql.of(audience));
    }

    private Lists(Connection connection, ListSql sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /// What was deleted and can be restored.
    static Lists ofTrash(Connection connection) {
        return new Lists(connection, ListSql.TRASH);
    }

    List<ImageDocument> page(String after, int limit) throws SQLException {
        return documents(sql.after, limit, after);
    }

    Optional<ImageDocument> previous(ImageId before) throws SQLException {
        return documents(sql.before, 1, before.text()).stream().findFirst();
    }

    Optional<ImageDocument> atOrAfter(ImageId from) throws SQLException {
        List<ImageDocument> found = documents(sql.from, 1, from.text());
        return (found.isEmpty() ? page("", 1) : found).stream().findFirst();
    }

    /// @param after none is listed if it is not there
    List<ImageDocument> newest(Optional<ImageId> after, int limit) throws SQLException {
        return after.isEmpty() ? documents(sql.newest, limit) : older(after.get(), limit);
    }

    private List<ImageDocument> older(ImageId than, int limit) throws SQLException {
        Optional<String> age = PictureRows.age(connection, than);
        return age.isEmpty() ? List.of() : documents(sql.older, limit, age.get());
    }

    List<ImageDocument> tagged(String tag, String after, int limit) throws SQLException {
        return documents(sql.tagged, limit, after, tag);
    }

    List<ImageDocument> favourites(String user, String after, int limit) throws SQLException {
        return documents(sql.favourites, limit, after, user);
    }

    private List<ImageDocument> documents(String statement, Object... values) throws SQLException {
        return Sql.list(connection, statement, PictureRows::document, values);
    }
}
