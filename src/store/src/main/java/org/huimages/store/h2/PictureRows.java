package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huimages.catalog.ImageDocument;
import org.huimages.store.json.DocumentJson;
import org.huimages.url.ImageId;

/// The table of pictures: one row each, with the document as JSON and what lists need to know of it.
final class PictureRows {
    static final String FIND = "SELECT id, document FROM picture WHERE id = ?";
    static final String FIND_ALL = "SELECT id, document FROM picture WHERE id = ANY(?)";

    static final String ALL = "SELECT id, document FROM picture WHERE id > ?1 ORDER BY id FETCH FIRST ?2 ROWS ONLY";

    private static final String LOCK = "SELECT number, id, words, document FROM picture WHERE id = ? FOR UPDATE";
    private static final String INSERT = "INSERT INTO picture (id, shelf, age, words, document) VALUES (?, ?, ?, ?, ?)";
    private static final String UPDATE =
            "UPDATE picture SET shelf = ?, age = ?, words = ?, document = ? WHERE number = ?";
    private static final String[] GENERATED = {"NUMBER"};
    static final String BLANK = " ";
    private static final String NUL = "\u0000";

    private PictureRows() {}

    static Optional<ImageDocument> find(Connection connection, ImageId id) throws SQLException {
        return Sql.first(connection, FIND, PictureRows::document, id.text());
    }

    /// In the order of `ids`.
    static List<ImageDocument> findAll(Connection connection, List<ImageId> ids) throws SQLException {
        Map<ImageId, ImageDocument> found = new HashMap<>();
        for (ImageDocument document : Sql.list(connection, FIND_ALL, PictureRows::document, Sql.array(ids))) {
            found.put(document.id(), document);
        }
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    /// Whatever has become of them.
    static List<ImageDocument> all(Connection connection, String after, int limit) throws SQLException {
        return Sql.list(connection, ALL, PictureRows::document, after, limit);
    }

    static long count(Connection connection) throws SQLException {
        return Sql.first(connection, "SELECT COUNT(*) FROM picture", row -> row.getLong(1))
                .orElse(0L);
    }

    /// The document in a row with the columns `id` and `document`.
    static ImageDocument document(ResultSet row) throws SQLException {
        return DocumentJson.read(new ImageId(row.getString("id")), row.getString("document"));
    }

    /// The picture, which nobody else changes before this transaction ends.
    static Optional<Picture> lock(Connection connection, ImageId id) throws SQLException {
        List<Picture> pictures = Sql.list(connection, LOCK, row -> locked(connection, row), id.text());
        return pictures.stream().findFirst();
    }

    private static Picture locked(Connection connection, ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new Picture(number, document(row), MarkRows.all(connection, number), words(row.getString("words")));
    }

    /// No MERGE, which is not atomic in H2: of two at the same time one fails.
    ///
    /// @return the picture with its number; empty if its ID is there already, and committed
    static Optional<Picture> insert(Connection connection, Picture fresh) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT, GENERATED)) {
            Sql.put(statement, fresh.id().text(), fresh.shelf().code(), age(fresh), words(fresh), json(fresh));
            statement.executeUpdate();
            return Optional.of(fresh.numbered(generated(statement)));
        } catch (SQLIntegrityConstraintViolationException there) {
            return Optional.empty();
        }
    }

    private static long generated(PreparedStatement statement) throws SQLException {
        try (ResultSet keys = statement.getGeneratedKeys()) {
            keys.next();
            return keys.getLong(1);
        }
    }

    static void update(Connection connection, Picture picture) throws SQLException {
        Sql.change(
                connection,
                UPDATE,
                picture.shelf().code(),
                age(picture),
                words(picture),
                json(picture),
                picture.number());
    }

    static void delete(Connection connection, Picture picture) throws SQLException {
        Sql.change(connection, "DELETE FROM picture WHERE number = ?", picture.number());
    }

    /// Time of creation and ID in one text, sorted as first by the one, then by the other. (Before a pair of columns
    /// H2 would read all rows of the same time.)
    private static String age(Picture picture) {
        String time = picture.document().created().text();
        return time.replace(NUL, NUL + "\u0001") + NUL + NUL + picture.id();
    }

    private static String json(Picture picture) {
        return DocumentJson.write(picture.document());
    }

    /// Each word with a blank before it, ` norway waterfall`, so that ` water` is where a word begins.
    private static String words(Picture picture) {
        StringBuilder text = new StringBuilder();
        picture.words().forEach(word -> text.append(BLANK).append(word));
        return text.toString();
    }

    private static SortedSet<String> words(String text) {
        return Arrays.stream(text.split(BLANK))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
