package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huimages.catalog.Marks;
import org.huimages.store.h2.H2Catalog.Marked;
import org.huimages.url.ImageId;

/// What former releases left: the one table of version 1, or those of versions 2 and 3, under other names.
///
/// Version 1 had `image (id CHAR(34) PRIMARY KEY, document VARCHAR NOT NULL)`. In versions 2 and 3 pictures were
/// numbered in the order in which they came, and what everybody thinks of one was not in its row.
final class FormerTables {
    private static final String VERSION_1 = "image";
    private static final String FORMER = "former_picture";

    /// In this order: while there is still a picture of a former release, this has to be done, or gone on with.
    static final List<String> SET_ASIDE = List.of(
            "DROP TABLE IF EXISTS entry",
            "DROP TABLE IF EXISTS tag_count",
            "DROP INDEX IF EXISTS picture_shelf",
            "DROP INDEX IF EXISTS picture_age",
            "ALTER INDEX IF EXISTS picture_id RENAME TO former_picture_id",
            "ALTER TABLE IF EXISTS mark RENAME TO former_mark",
            "ALTER TABLE picture RENAME TO former_picture");

    private static final String PICTURES =
            "SELECT id, document FROM %s WHERE id > ? ORDER BY id FETCH FIRST ? ROWS ONLY";
    private static final String MARKS = "SELECT id, user_name, tags, favourite, rating FROM former_picture"
            + " JOIN former_mark ON former_mark.number = former_picture.number WHERE id BETWEEN ? AND ?";
    private static final int BATCH = 1000;

    private final Connection connection;

    FormerTables(Connection connection) {
        this.connection = connection;
    }

    /// Gives the tables of versions 2 and 3, if they are there, other names; drops what is not needed any more.
    ///
    /// @param version of the catalog: if it is 1, the tables of version 2 may hold no more than the first pictures
    void setAside(int version) throws SQLException {
        if (version > 1) {
            dropVersion1();
        }
        if (hasTable("picture") && !hasOpinions()) {
            for (String statement : SET_ASIDE) {
                Sql.change(connection, statement);
            }
        }
    }

    /// The first pictures with later IDs, in the order of IDs; none if these were all.
    List<Marked> after(String id) throws SQLException {
        List<Marked> pictures = hasTable(FORMER) ? marked(pictures(FORMER, id)) : List.of();
        return pictures.isEmpty() && hasTable(VERSION_1) ? pictures(VERSION_1, id) : pictures;
    }

    private List<Marked> pictures(String table, String after) throws SQLException {
        return Sql.list(
                connection,
                PICTURES.formatted(table),
                row -> new Marked(PictureRows.document(row), Map.of()),
                after,
                BATCH);
    }

    private List<Marked> marked(List<Marked> batch) throws SQLException {
        if (batch.isEmpty()) {
            return batch;
        }
        Map<ImageId, Map<String, Marks>> marks = marks(batch.getFirst(), batch.getLast());
        return batch.stream()
                .map(picture -> new Marked(
                        picture.document(),
                        marks.getOrDefault(picture.document().id(), Map.of())))
                .toList();
    }

    private Map<ImageId, Map<String, Marks>> marks(Marked first, Marked last) throws SQLException {
        Map<ImageId, Map<String, Marks>> marks = new HashMap<>();
        Sql.list(
                connection,
                MARKS,
                row -> marks.computeIfAbsent(new ImageId(row.getString("id")), id -> new TreeMap<>())
                        .put(row.getString("user_name"), MarkRows.marks(row)),
                first.document().id().text(),
                last.document().id().text());
        return marks;
    }

    void drop() throws SQLException {
        dropVersion1();
        Sql.change(connection, "DROP TABLE IF EXISTS former_mark");
        Sql.change(connection, "DROP TABLE IF EXISTS former_picture");
    }

    private void dropVersion1() throws SQLException {
        Sql.change(connection, "DROP TABLE IF EXISTS image");
    }

    private boolean hasTable(String name) throws SQLException {
        return exists("SELECT 1 FROM information_schema.tables WHERE table_name = UPPER(?)", name);
    }

    private boolean hasOpinions() throws SQLException {
        return exists(
                "SELECT 1 FROM information_schema.columns WHERE table_name = 'PICTURE' AND column_name = ?", "RATINGS");
    }

    private boolean exists(String query, String name) throws SQLException {
        return Sql.first(connection, query, row -> true, name).isPresent();
    }
}
