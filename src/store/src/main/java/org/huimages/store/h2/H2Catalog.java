package org.huimages.store.h2;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;

/// The embedded catalog: one row a picture, its document as JSON. An acknowledged row is on the disk.
public final class H2Catalog implements Catalog {
    private static final int DEEPEST_CAUSE = 10;

    private final HikariDataSource pool;

    private H2Catalog(HikariDataSource pool) {
        this.pool = pool;
    }

    /// Opens the catalog in `folder`, which is made when missing.
    ///
    /// @throws org.huimages.failure.SetupException if it was written by a later release, or is damaged
    public static H2Catalog open(Path folder) {
        HikariDataSource pool = H2Database.open(folder);
        return new H2Catalog(pool);
    }

    @Override
    public Optional<ImageDocument> find(ImageId id) {
        return inTransaction(connection -> select(connection, id, ""));
    }

    @Override
    public Saved save(ImageDocument document) {
        Saved saved = inTransaction(connection -> save(connection, document));
        inTransaction(H2Catalog::force);
        return saved;
    }

    /// A commit hands its pages to the operating system; this has them on the disk, for when the power fails.
    private static boolean force(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("CHECKPOINT SYNC");
        }
    }

    private static Saved save(Connection connection, ImageDocument document) throws SQLException {
        if (insert(connection, document)) {
            return new Saved(document, true);
        }
        ImageDocument existing =
                select(connection, document.id(), " FOR UPDATE").orElseThrow();
        ImageDocument merged = Catalog.merged(existing, document);
        update(connection, merged);
        return new Saved(merged, false);
    }

    private static Optional<ImageDocument> select(Connection connection, ImageId id, String lock) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT document FROM image WHERE id = ?" + lock)) {
            statement.setString(1, id.text());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(DocumentJson.read(id, row.getString(1))) : Optional.empty();
            }
        }
    }

    /// No MERGE, which is not atomic in H2: of two at the same time one fails.
    ///
    /// @return false if there is such a row; it is committed then
    private static boolean insert(Connection connection, ImageDocument document) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO image (id, document) VALUES (?, ?)")) {
            statement.setString(1, document.id().text());
            statement.setString(2, DocumentJson.write(document));
            return statement.executeUpdate() == 1;
        } catch (SQLIntegrityConstraintViolationException there) {
            return false;
        }
    }

    private static void update(Connection connection, ImageDocument document) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("UPDATE image SET document = ? WHERE id = ?")) {
            statement.setString(1, DocumentJson.write(document));
            statement.setString(2, document.id().text());
            statement.executeUpdate();
        }
    }

    private <T> T inTransaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                rollback(connection, failed);
                throw failed;
            }
        } catch (SQLException failed) {
            throw translated(failed);
        }
    }

    /// What it throws itself, as when the connection is dead, is not what went wrong.
    private static void rollback(Connection connection, Exception failed) {
        try {
            connection.rollback();
        } catch (SQLException consequence) {
            failed.addSuppressed(consequence);
        }
    }

    private static FailureException translated(SQLException failed) {
        Throwable cause = failed;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (cause instanceof IOException disk) {
                return FailureException.ofStore(disk);
            }
            cause = cause.getCause();
        }
        return new Failure.Unavailable("the catalog does not answer", Duration.ofSeconds(5)).exception(failed);
    }

    @Override
    public void close() {
        H2Database.close(pool);
    }

    @FunctionalInterface
    private interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
