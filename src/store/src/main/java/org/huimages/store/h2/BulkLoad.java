package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.huimages.store.h2.H2Catalog.Marked;

/// Saving many pictures, many in one transaction.
final class BulkLoad {
    private static final int BATCH = 5000;

    private final Transactions transactions;

    BulkLoad(Transactions transactions) {
        this.transactions = transactions;
    }

    /// Into an empty catalog they go without the indexes of lists, which are made when all are there.
    void save(Iterator<Marked> pictures) {
        if (transactions.read(BulkLoad::isEmpty)) {
            transactions.write(BulkLoad::dropListIndexes);
        }
        try {
            while (pictures.hasNext()) {
                List<Marked> batch = next(pictures);
                transactions.write(connection -> save(connection, batch));
            }
        } finally {
            transactions.write(BulkLoad::createListIndexes);
        }
    }

    private static boolean isEmpty(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT 1 FROM picture FETCH FIRST ROW ONLY", row -> 1)
                .isEmpty();
    }

    private static boolean dropListIndexes(Connection connection) throws SQLException {
        Tables.dropListIndexes(connection);
        return true;
    }

    private static boolean createListIndexes(Connection connection) throws SQLException {
        Tables.createListIndexes(connection);
        return true;
    }

    private static List<Marked> next(Iterator<Marked> pictures) {
        List<Marked> batch = new ArrayList<>();
        while (pictures.hasNext() && batch.size() < BATCH) {
            batch.add(pictures.next());
        }
        return batch;
    }

    static int save(Connection connection, List<Marked> batch) throws SQLException {
        return Changes.make(connection, changes -> {
            for (Marked picture : batch) {
                changes.save(picture.document(), picture.marks());
            }
            return batch.size();
        });
    }
}
