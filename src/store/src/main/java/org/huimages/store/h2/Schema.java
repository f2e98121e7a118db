package org.huimages.store.h2;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.SetupException;
import org.huimages.store.h2.H2Catalog.Marked;

/// The tables, and their way from those of former releases. Version 3 has the tables of version 2, and in documents a
/// placeholder, which a release that knows only version 2 would lose whenever it changes one.
final class Schema {
    private static final System.Logger LOG = System.getLogger(Schema.class.getName());
    static final int VERSION = 3;
    private static final int BATCH = 1000;

    private static final String VERSIONS = "CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)";

    /// The one table of version 1: `image (id CHAR(34) PRIMARY KEY, document VARCHAR NOT NULL)`.
    private static final String OF_VERSION_1 =
            "SELECT id, document FROM image WHERE id > ? ORDER BY id FETCH FIRST ? ROWS ONLY";

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
            Tables.create(connection);
            if (hasVersion1()) {
                copyVersion1();
            }
            Sql.change(connection, "INSERT INTO schema_version VALUES (?)", VERSION);
            connection.commit();
        }
        Sql.change(connection, "DROP TABLE IF EXISTS image");
        Tables.createListIndexes(connection);
    }

    /// 0 for a database just made.
    private int version() throws SQLException {
        return number("SELECT COALESCE(MAX(version), 0) FROM schema_version");
    }

    private boolean hasVersion1() throws SQLException {
        return number("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'IMAGE'") == 1;
    }

    private int number(String query) throws SQLException {
        return Sql.first(connection, query, row -> row.getInt(1)).orElseThrow();
    }

    /// In the order of IDs, each batch whole or not at all: the last ID that is there tells where to go on.
    private void copyVersion1() throws SQLException {
        LOG.log(System.Logger.Level.INFO, "the catalog gets the tables of this release");
        String last = Sql.first(connection, LAST, row -> row.getString(1)).orElseThrow();
        for (List<ImageDocument> batch = version1(last); !batch.isEmpty(); batch = version1(last)) {
            save(batch);
            last = batch.getLast().id().text();
        }
    }

    private void save(List<ImageDocument> batch) throws SQLException {
        List<Marked> unmarked =
                batch.stream().map(document -> new Marked(document, Map.of())).toList();
        BulkLoad.save(connection, unmarked);
        connection.commit();
        Transactions.force(connection);
    }

    private List<ImageDocument> version1(String after) throws SQLException {
        return Sql.list(connection, OF_VERSION_1, PictureRows::document, after, BATCH);
    }
}
