package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Opinion;
import org.huimages.store.json.DocumentJson;
import org.huimages.url.ImageId;

/// The table of pictures: one row each, with the document as JSON and what lists need to know of it.
final class PictureRows {
    static final String DOCUMENT = "id, document";
    static final String OPINION = "id, tags, ratings, rating_sum";
    static final String AGE = "age";
    static final String NUMBER = "number";

    static final String ALL = "SELECT id, document FROM picture WHERE id > ?1 ORDER BY id FETCH FIRST ?2 ROWS ONLY";

    private static final String LOCK = "SELECT number, id, words, document FROM picture WHERE number = ? FOR UPDATE";
    private static final String INSERT =
            "INSERT INTO picture (shelf, age, words, tags, ratings, rating_sum, document, number, id)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE picture"
            + " SET shelf = ?, age = ?, words = ?, tags = ?, ratings = ?, rating_sum = ?, document = ? WHERE number = ?";
    static final String BLANK = " ";
    private static final String NUL = "\u0000";

    private PictureRows() {}

    static Optional<ImageDocument> find(Connection connection, ImageId id) throws SQLException {
        return ById.one(connection, DOCUMENT, PictureRows::document, id);
    }

    /// In the order of `ids`.
    static List<ImageDocument> findAll(Connection connection, List<ImageId> ids) throws SQLException {
        Map<ImageId, ImageDocument> found = ById.all(connection, DOCUMENT, PictureRows::document, ids);
        return ids.stream().filter(found::containsKey).map(found::get).toList();
    }

    static Optional<Opinion> opinion(Connection connection, ImageId id) throws SQLException {
        return ById.one(connection, OPINION, PictureRows::opinion, id);
    }

    /// Of those that are there, and maybe of others.
    static Map<ImageId, Opinion> opinions(Connection connection, Collection<ImageId> ids) throws SQLException {
        return ById.all(connection, OPINION, PictureRows::opinion, ids);
    }

    private static Opinion opinion(ResultSet row) throws SQLException {
        return new Opinion(MarkRows.tags(row.getString("tags")), row.getInt("ratings"), row.getLong("rating_sum"));
    }

    static Optional<String> age(Connection connection, ImageId id) throws SQLException {
        return ById.one(connection, AGE, row -> row.getString(1), id);
    }

    static Optional<Long> number(Connection connection, ImageId id) throws SQLException {
        return ById.one(connection, NUMBER, row -> row.getLong(1), id);
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
        Optional<Long> number = number(connection, id);
        return number.isEmpty()
                ? Optional.empty()
                : Sql.first(connection, LOCK, row -> locked(connection, row), number.get());
    }

    private static Picture locked(Connection connection, ResultSet row) throws SQLException {
        long number = row.getLong("number");
        return new Picture(number, document(row), MarkRows.all(connection, number), words(row.getString("words")));
    }

    /// No MERGE, which is not atomic in H2: of two at the same time one fails.
    ///
    /// @return the picture with its number; empty if its ID is there already, and committed
    static Optional<Picture> insert(Connection connection, Picture fresh) throws SQLException {
        for (long number = RowNumber.of(fresh.id()); ; number++) {
            Picture numbered = fresh.numbered(number);
            if (inserted(connection, numbered)) {
                return Optional.of(numbered);
            }
            if (number(connection, fresh.id()).isPresent()) {
                return Optional.empty();
            }
        }
    }

    private static boolean inserted(Connection connection, Picture picture) throws SQLException {
        try {
            Object[] values = values(picture, picture.number(), picture.id().text());
            return Sql.change(connection, INSERT, values) == 1;
        } catch (SQLIntegrityConstraintViolationException there) {
            return false;
        }
    }

    static void update(Connection connection, Picture picture) throws SQLException {
        Sql.change(connection, UPDATE, values(picture, picture.number()));
    }

    private static Object[] values(Picture picture, Object... key) {
        Opinion opinion = Opinion.of(picture.marks().values());
        Stream<Object> values = Stream.of(
                picture.shelf().code(),
                age(picture),
                words(picture),
                MarkRows.json(opinion.tags()),
                opinion.ratings(),
                opinion.ratingSum(),
                DocumentJson.write(picture.document()));
        return Stream.concat(values, Stream.of(key)).toArray();
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
