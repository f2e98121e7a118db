package org.huimages.store.h2;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.SQLExceptionOverride;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;
import org.huimages.failure.SetupException;

/// Opens and closes the database file.
final class H2Database {
    private static final System.Logger LOG = System.getLogger(H2Database.class.getName());
    static final int CONNECTIONS = 8;

    /// Of the file, before [#ENDING].
    static final String NAME = "catalog";

    static final String ENDING = ".mv.db";

    /// For a connection, and for a row that somebody else is changing.
    static final Duration WAIT = Duration.ofSeconds(5);

    /// In bytes.
    private static final int PAGE = 4096;

    /// In KB. Pages that come and go live just long enough for a collection of garbage to have to move them, which with
    /// H2's own size, a sixteenth of the heap, takes twice as long. A page that is not in the heap is still in the
    /// operating system's memory. It is set once: each time empties the cache, and the file keeps it.
    private static final String CACHE = "SET CACHE_SIZE 6144";

    private H2Database() {}

    static HikariDataSource open(Path folder) {
        Optional<HikariDataSource> pool = ofThisRelease(folder);
        if (pool.isPresent()) {
            return pool.get();
        }
        Upgrade.run(folder);
        return openAsItIs(folder);
    }

    static HikariDataSource openAsItIs(Path folder) {
        return ofThisRelease(folder)
                .orElseThrow(
                        () -> new SetupException(
                                "the catalog in " + folder + " is a former release's; to be copied"
                                        + " into the form of this one it needs a start without HUIMAGES_READ_ONLY; keep a copy"));
    }

    /// Empty if it is a former release's.
    private static Optional<HikariDataSource> ofThisRelease(Path folder) {
        HikariDataSource pool = pool(folder);
        boolean established = false;
        try {
            established = isEstablished(pool, folder);
            return established ? Optional.of(pool) : Optional.empty();
        } catch (SQLException failed) {
            throw cannotOpen(folder, failed);
        } finally {
            if (!established) {
                close(pool);
            }
        }
    }

    private static boolean isEstablished(HikariDataSource pool, Path folder) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            boolean established = Schema.establish(connection, folder);
            if (established) {
                Sql.change(connection, CACHE);
            }
            connection.commit();
            return established;
        }
    }

    /// A connection to one of the files in `folder`, which stays open until `SHUTDOWN`.
    static Connection connect(Path folder, String name) throws SQLException {
        Connection connection = source(folder, name).getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    private static HikariDataSource pool(Path folder) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("huimages-catalog");
        config.setDataSource(source(folder, NAME));
        config.setAutoCommit(false);
        config.setMaximumPoolSize(CONNECTIONS);
        config.setConnectionTimeout(WAIT.toMillis());
        config.setExceptionOverride(new ClosedDatabase());
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException failed) {
            throw cannotOpen(folder, failed.getCause() == null ? failed : failed.getCause());
        }
    }

    /// `WRITE_DELAY=0`: with H2's default an acknowledged row can be lost for half a second.
    /// `DB_CLOSE_ON_EXIT=FALSE`: the application closes it, after the last request.
    /// `OPTIMIZE_REUSE_RESULTS=0`: H2 takes two questions for the same that differ in their limit alone, and gives
    /// the second one as many rows as the first.
    /// `QUERY_CACHE_SIZE`: each connection keeps all our statements planned.
    /// `PAGE_SIZE`: a commit writes whole pages, from the changed one to the root, and a question unpacks those
    /// that it meets; of H2's own, of 16 KB, most would be for nothing.
    /// `RETENTION_TIME` is H2's own, 45 seconds: so long a place of the file that is free is not written again.
    private static JdbcDataSource source(Path folder, String name) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL("jdbc:h2:file:" + folder.resolve(name).toAbsolutePath()
                + ";WRITE_DELAY=0;OPTIMIZE_REUSE_RESULTS=0;QUERY_CACHE_SIZE=64"
                + ";PAGE_SIZE=" + PAGE + ";DB_CLOSE_ON_EXIT=FALSE;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=" + WAIT.toMillis());
        source.setUser("sa");
        return source;
    }

    private static SetupException cannotOpen(Path folder, Throwable cause) {
        return new SetupException("the catalog in " + folder + " cannot be opened: "
                + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
                + "; put back its last copy, or move it away to begin with an empty one");
    }

    /// H2 closes the database when it cannot write, as on a full disk. A connection that has seen this is thrown
    /// away, so that the next one opens the database again.
    private static final class ClosedDatabase implements SQLExceptionOverride {
        @java.lang.Override // the interface has an Override of its own
        public Override adjudicate(SQLException thrown) {
            return isClosed(thrown) ? Override.MUST_EVICT : Override.CONTINUE_EVICT;
        }
    }

    static boolean isClosed(SQLException thrown) {
        return switch (thrown.getErrorCode()) {
            case ErrorCode.DATABASE_IS_CLOSED, ErrorCode.DATABASE_CALLED_AT_SHUTDOWN -> true;
            default -> false;
        };
    }

    /// Closes the connections, then the database itself, with a checkpoint.
    static void close(HikariDataSource pool) {
        DataSource database = pool.getDataSource();
        pool.close();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("SHUTDOWN");
        } catch (SQLException alreadyClosed) {
            LOG.log(System.Logger.Level.DEBUG, "closing the catalog: {0}", alreadyClosed.getMessage());
        } finally {
            org.h2.Driver.unload();
        }
    }
}
