package org.huimages.store.h2;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RandomAccessStore;

/// The head of the database file, which names the last commit: where to begin after a kill.
///
/// H2 2.5.252 writes it after a commit that went into a free place of the file, and names the commit before that one
/// (`RandomAccessStore.writeChunk`; up to 2.4.240 it named the right one, but there a reader goes round in circles for
/// ever when a write has failed on a full disk). A process that was killed then had forgotten what it had just
/// acknowledged. So the head is written once more, by the method of H2's that does it, which nobody else can call.
final class FileHeader {
    private static final MethodHandle WRITE = write();

    private FileHeader() {}

    private static MethodHandle write() {
        try {
            return MethodHandles.privateLookupIn(RandomAccessStore.class, MethodHandles.lookup())
                    .findVirtual(RandomAccessStore.class, "writeStoreHeader", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException other) {
            throw new ExceptionInInitializerError(other);
        }
    }

    /// Names the last commit. That is on the disk after the next `sync`.
    ///
    /// @throws SQLException if the file cannot be written; H2 has closed the database then
    static void write(MVStore store) throws SQLException {
        try {
            store.executeFilestoreOperation(() -> write(store.getFileStore()));
        } catch (MVStoreException failed) {
            throw new SQLException(failed.getMessage(), null, ErrorCode.DATABASE_IS_CLOSED, failed);
        }
    }

    private static void write(FileStore<?> file) {
        try {
            WRITE.invoke(file);
        } catch (RuntimeException | Error failed) {
            throw failed;
        } catch (Throwable none) {
            throw new IllegalStateException(none);
        }
    }

    /// The file below a connection.
    static MVStore store(Connection connection) throws SQLException {
        SessionLocal session =
                (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
