package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huimages.catalog.Marks;
import org.huimages.store.h2.H2Catalog.Marked;
import org.huimages.url.ImageId;

/// What catalogs of former releases hold, read in the order of IDs.
///
/// Version 1 had one table, `image (id, document)`. In versions 2 and 3 there were those of now, but pictures were
/// numbered in the order in which they came, and what everybody thinks of one was not in its row. Version 3 had
/// placeholders in documents, which version 2 did not know.
final class FormerTables {
    private static final String VERSION_1 = "image";
    private static final String SINCE_2 = "picture";

    private static final String MARKS = "SELECT id, user_name, tags, favourite, rating FROM picture"
            + " JOIN mark ON mark.number = picture.number WHERE id BETWEEN ? AND ?";
    private static final int BATCH = 1000;

    private final Connection connection;
    private final boolean version1;

    /// @param version 0 if the first start of that release was cut short
    FormerTables(Connection connection, int version) throws SQLException {
        this.connection = connection;
        this.version1 = version < 2 && has(connection, "tables WHERE table_name = 'IMAGE'");
    }

    /// Whether there are any.
    static boolean areIn(Connection connection, int version) throws SQLException {
        return version > 0
                ? version < Schema.VERSION
                : has(connection, "tables WHERE table_name = 'IMAGE'")
                        || (has(connection, "tables WHERE table_name = 'PICTURE'") && !hasRatings(connection));
    }

    private static boolean hasRatings(Connection connection) throws SQLException {
        return has(connection, "columns WHERE table_name = 'PICTURE' AND column_name = 'RATINGS'");
    }

    private static boolean has(Connection connection, String what) throws SQLException {
        return Sql.first(connection, "SELECT 1 FROM information_schema." + what, row -> true)
                .isPresent();
    }

    long count() throws SQLException {
        return Sql.first(connection, "SELECT COUNT(*) FROM " + table(), row -> row.getLong(1))
                .orElseThrow();
    }

    /// The first pictures with later IDs; none if these were all.
    List<Marked> after(String id) throws SQLException {
        List<Marked> pictures = Sql.list(
                connection,
                "SELECT id, document FROM " + table() + " WHERE id > ? ORDER BY id FETCH FIRST ? ROWS ONLY",
                FormerTables::unmarked,
                id,
                BATCH);
        return version1 || pictures.isEmpty() ? pictures : marked(pictures);
    }

    /// @throws SQLException naming the picture, if its document is none
    private static Marked unmarked(ResultSet row) throws SQLException {
        try {
            return new Marked(PictureRows.document(row), Map.of());
        } catch (RuntimeException unreadable) {
            throw new SQLException("the document of " + row.getString("id") + " cannot be read", unreadable);
        }
    }

    private String table() {
        return version1 ? VERSION_1 : SINCE_2;
    }

    private List<Marked> marked(List<Marked> batch) throws SQLException {
        Map<ImageId, Map<String, Marks>> marks = marks(batch.getFirst(), batch.getLast());
        return batch.stream()
                .map(Marked::document)
                .map(document -> new Marked(document, marks.getOrDefault(document.id(), Map.of())))
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
}
