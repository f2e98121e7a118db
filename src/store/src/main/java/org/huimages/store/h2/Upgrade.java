package org.huimages.store.h2;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.huimages.failure.SetupException;
import org.huimages.file.DurableFile;
import org.huimages.store.h2.H2Catalog.Marked;

/// The way of a catalog from a former release's tables to this one's: copied into a new file, which takes the place of
/// the old one when all is there. Cut short, nothing has happened. (In one file it cannot be done: to drop an index of
/// some million rows H2 needs more than our heap.)
final class Upgrade {
    private static final System.Logger LOG = System.getLogger(Upgrade.class.getName());
    private static final String NEW = "catalog-new";
    private static final int REPORT = 50_000;

    private final Path folder;
    private final Path target;

    private Upgrade(Path folder) {
        this.folder = folder;
        this.target = folder.resolve(NEW + H2Database.ENDING);
    }

    /// Nobody has the catalog open, or will before this returns.
    ///
    /// @throws SetupException if it cannot be done; the catalog is as it was then
    static void run(Path folder) {
        Upgrade upgrade = new Upgrade(folder);
        try {
            upgrade.copy();
            upgrade.replace();
        } catch (SQLException | IOException | RuntimeException failed) {
            upgrade.discard();
            LOG.log(System.Logger.Level.ERROR, "the catalog is not copied", failed);
            throw new SetupException("the catalog in " + folder + " cannot be copied into the form of this release, for"
                    + " which it needs as much room once more; it is as it was: "
                    + String.valueOf(failed.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private void copy() throws SQLException, IOException {
        Files.deleteIfExists(target);
        try (Database former = new Database(H2Database.connect(folder, H2Database.NAME));
                Database fresh = new Database(H2Database.connect(folder, NEW))) {
            copy(new FormerTables(former.connection, Schema.version(former.connection)), fresh.connection);
        }
    }

    /// What cannot be opened again takes nothing's place.
    private void replace() throws SQLException, IOException {
        try (Database fresh = new Database(H2Database.connect(folder, NEW))) {
            if (Schema.version(fresh.connection) != Schema.VERSION) {
                throw new SQLException("the copy is not whole");
            }
        }
        DurableFile.force(target);
        Files.move(
                target,
                folder.resolve(H2Database.NAME + H2Database.ENDING),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        DurableFile.force(folder);
    }

    private void discard() {
        try {
            Files.deleteIfExists(target);
        } catch (IOException stays) {
            LOG.log(System.Logger.Level.WARNING, "{0} may be removed: {1}", target, stays.toString());
        }
    }

    private static void copy(FormerTables former, Connection fresh) throws SQLException {
        long pictures = former.count();
        Tables.create(fresh);
        long copied = 0;
        List<Marked> batch = former.after("");
        while (!batch.isEmpty()) {
            BulkLoad.save(fresh, batch);
            fresh.commit();
            if (copied % REPORT == 0) {
                LOG.log(
                        System.Logger.Level.INFO,
                        "the catalog gets the form of this release: {0} of {1} pictures",
                        copied,
                        pictures);
            }
            copied += batch.size();
            batch = former.after(batch.getLast().document().id().text());
        }
        if (PictureRows.count(fresh) != pictures) {
            throw new SQLException(PictureRows.count(fresh) + " of " + pictures + " pictures came over");
        }
        Schema.finish(fresh);
        Transactions.force(fresh);
    }

    /// A file that is open as long as this is.
    private record Database(Connection connection) implements AutoCloseable {
        @Override
        public void close() throws SQLException {
            Sql.change(connection, "SHUTDOWN");
        }
    }
}
