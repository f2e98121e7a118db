package org.huimages.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huimages.failure.SetupException;
import org.huimages.store.h2.H2Catalog.Marked;

/// The tables, and their way from those of former releases.
final class Schema {
    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    static final int VERSION = 4;
    private static final int REPORT = 50_000;

    private static final String VERSIONS = "CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)";
    private static final String LAST = "SELECT COALESCE(MAX(id), '') FROM picture";

    private final Connection connection;

    private Schema(Connection connection) {
        this.connection = connection;
    }

    /// Makes the tables, or brings them to this release's form. Cut short, it goes on where it was the next time.
    ///
    /// @throws SetupException if they are a later release's
    static void establish(Connection connection, Path folder) throws SQLException {
        new Schema(connection).establish(folder);
    }

    private void establish(Path folder) throws SQLException {
        Sql.change(connection, VERSIONS);
        int version = version();
        if (version > VERSION) {
            throw new SetupException("the catalog in " + folder + " was written by a later huImages (schema " + version
                    + ", this one knows " + VERSION + "); run that one");
        }
        if (version < VERSION) {
            FormerTables former = new FormerTables(connection);
            former.setAside(version);
            Tables.create(connection);
            copy(former);
            Sql.change(connection, "INSERT INTO schema_version VALUES (?)", VERSION);
            connection.commit();
        }
        new FormerTables(connection).drop();
        Tables.createListIndexes(connection);
    }

    /// 0 for a database just made.
    private int version() throws SQLException {
        return Sql.first(connection, "SELECT COALESCE(MAX(version), 0) FROM schema_version", row -> row.getInt(1))
                .orElseThrow();
    }

    /// In the order of IDs, each batch whole or not at all: the last ID that is there tells where to go on.
    private void copy(FormerTables former) throws SQLException {
        String last = Sql.first(connection, LAST, row -> row.getString(1)).orElseThrow();
        int copied = 0;
        for (List<Marked> batch = former.after(last); !batch.isEmpty(); batch = former.after(last)) {
            if (copied % REPORT == 0) {
                LOG.log(System.Logger.Level.INFO, "the catalog gets the tables of this release: {0} pictures", copied);
            }
            BulkLoad.save(connection, batch);
            connection.commit();
            Transactions.force(connection);
            last = batch.getLast().document().id().text();
            copied += batch.size();
        }
    }
}
