package org.huimages.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.huimages.failure.SetupException;

/// Which release's tables there are, and those of this one.
final class Schema {
    static final int VERSION = 4;

    private static final String VERSIONS = "CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)";

    private Schema() {}

    /// Makes the tables, if they are not there yet. A first start that was cut short is finished.
    ///
    /// @return false if those of a former release are there ([Upgrade])
    /// @throws SetupException if they are a later release's
    static boolean establish(Connection connection, Path folder) throws SQLException {
        int version = version(connection);
        if (version > VERSION) {
            throw new SetupException("the catalog in " + folder + " was written by a later huImages (schema " + version
                    + ", this one knows " + VERSION + "); run that one");
        }
        if (version < VERSION) {
            if (FormerTables.areIn(connection, version)) {
                return false;
            }
            Tables.create(connection);
            finish(connection);
        } else {
            Tables.createListIndexes(connection);
        }
        return true;
    }

    /// 0 for a database just made.
    static int version(Connection connection) throws SQLException {
        Sql.change(connection, VERSIONS);
        return Sql.first(connection, "SELECT COALESCE(MAX(version), 0) FROM schema_version", row -> row.getInt(1))
                .orElseThrow();
    }

    /// All tables of this release are there.
    static void finish(Connection connection) throws SQLException {
        Tables.createListIndexes(connection);
        Sql.change(connection, VERSIONS);
        Sql.change(connection, "INSERT INTO schema_version VALUES (?)", VERSION);
        connection.commit();
    }
}
