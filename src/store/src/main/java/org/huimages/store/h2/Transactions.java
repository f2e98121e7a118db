package org.huimages.store.h2;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.h2.api.ErrorCode;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;

/// Work on the database, in transactions. What H2 throws is what the port throws when this has let it through.
final class Transactions implements AutoCloseable {
    private static final String SYNC = "CHECKPOINT SYNC";

    private static final int ATTEMPTS = H2Database.CONNECTIONS + 1;
    private static final int DEEPEST_CAUSE = 10;

    private final HikariDataSource pool;

    /// One writes at a time. Several at once have lost each other's pages, in counters and at a kill; each waits for
    /// the disk anyway.
    private final ReentrantLock writing = new ReentrantLock(true);

    Transactions(HikariDataSource pool) {
        this.pool = pool;
    }

    /// Work that changes nothing. It is done again when somebody's write has failed meanwhile, whereupon H2 closes
    /// the database: each connection that has seen this is replaced by one that opens it again.
    <T> T read(Work<T> work) {
        try {
            return repeated(work);
        } catch (SQLException failed) {
            throw translated(failed);
        }
    }

    private <T> T repeated(Work<T> work) throws SQLException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(work);
            } catch (SQLException failed) {
                if (attempt == ATTEMPTS || !H2Database.isClosed(failed)) {
                    throw failed;
                }
            }
        }
    }

    /// Work that is done wholly or not at all, and on the disk when this returns.
    <T> T write(Work<T> work) {
        return alone(() -> {
            T result = once(work);
            once(Transactions::force);
            return result;
        });
    }

    /// A commit hands its pages to the operating system; this has them found after a kill, and on the disk for when
    /// the power fails.
    static int force(Connection connection) throws SQLException {
        FileHeader.write(FileHeader.store(connection));
        return Sql.change(connection, SYNC);
    }

    /// Work on the file itself, while nobody writes.
    void maintain(Work<Boolean> work) {
        alone(() -> once(work));
    }

    private <T> T alone(Step<T> step) {
        try {
            if (!writing.tryLock(H2Database.WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return step.take();
        } catch (SQLException failed) {
            throw translated(failed);
        } finally {
            writing.unlock();
        }
    }

    private static FailureException busy() {
        return new Failure.Unavailable("too much is being written", Duration.ofSeconds(5)).exception();
    }

    private interface Step<T> {
        T take() throws SQLException;
    }

    private <T> T once(Work<T> work) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            try {
                T result = work.in(connection);
                connection.commit();
                return result;
            } catch (SQLException | RuntimeException failed) {
                rollback(connection, failed);
                throw failed;
            }
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
        if (failed.getErrorCode() == ErrorCode.VALUE_TOO_LONG_2) {
            return new Failure.TooLarge("more is said of this picture than the catalog can hold").exception(failed);
        }
        if (failed.getErrorCode() == ErrorCode.STATEMENT_WAS_CANCELED) {
            return new Failure.Unavailable("the search takes too long; rarer words help", Duration.ofSeconds(30))
                    .exception(failed);
        }
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
    interface Work<T> {
        T in(Connection connection) throws SQLException;
    }
}
