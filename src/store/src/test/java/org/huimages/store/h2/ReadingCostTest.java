package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.store.h2.H2Catalog.Marked;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.SampleStates;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How many rows H2 reads, by its own count (`EXPLAIN ANALYZE`): as many among 10,000 pictures as among 1,000.
class ReadingCostTest {
    private static final int SMALL = 1_000;
    private static final int LARGE = 10_000;
    private static final int LIMIT = 10;
    private static final Pattern COUNT = Pattern.compile("scanCount: (\\d+)");

    /// In the middle of all IDs.
    private static final String CURSOR = "M".repeat(32) + "01";
    /// Half of all pictures were created then.
    private static final String BUSY_DAY = "20260501T120000.000000";

    @TempDir
    static Path smallFolder;

    @TempDir
    static Path largeFolder;

    private static Connection small;
    private static Connection large;

    @BeforeAll
    static void fill() throws SQLException {
        small = filled(smallFolder, SMALL);
        large = filled(largeFolder, LARGE);
    }

    private static Connection filled(Path folder, int pictures) throws SQLException {
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            catalog.saveAll(IntStream.range(0, pictures)
                    .mapToObj(ReadingCostTest::picture)
                    .iterator());
        }
        return new Database(folder).connect();
    }

    /// Of all pictures some are private, some in the trash. Everybody likes them, and has given them three tags: one
    /// that all have, one that a hundredth has, one that ten have.
    private static Marked picture(int number) {
        State state = number % 5 == 0 ? SampleStates.HIDDEN : number % 7 == 0 ? SampleStates.DELETED : State.FINE;
        String day = number % 2 == 0 ? BUSY_DAY : "2026%04dT120000".formatted(number);
        ImageDocument document = new SampleDocument(number)
                .titles("photo")
                .created(new Timestamp(day))
                .state(state)
                .get();
        TreeSet<String> tags = new TreeSet<>(List.of("sea", "tag" + number % 100, "rare" + number / 10));
        return new Marked(document, Map.of("ann", new Marks(tags, true, OptionalInt.empty())));
    }

    @AfterAll
    static void close() throws SQLException {
        small.close();
        large.close();
    }

    @ParameterizedTest
    @EnumSource
    void listsReadAsManyRowsWhateverTheSize(Audience audience) throws SQLException {
        assertConstant(lists(ListSql.of(audience)));
    }

    @Test
    void theTrashReadsAsManyRowsWhateverItsSize() throws SQLException {
        assertConstant(Map.of("trash", call(ListSql.TRASH.after, LIMIT, CURSOR)));
    }

    private static Map<String, Call> lists(ListSql sql) {
        return Map.of(
                "next", call(sql.after, 1, CURSOR),
                "page", call(sql.after, LIMIT, CURSOR),
                "first page", call(sql.after, LIMIT, ""),
                "previous", call(sql.before, 1, CURSOR),
                "random", call(sql.from, 1, CURSOR),
                "newest", call(sql.newest, LIMIT),
                "newest, next page", call(sql.older, LIMIT, BUSY_DAY + "\u0000\u0000" + CURSOR),
                "tagged", call(sql.tagged, LIMIT, CURSOR, "sea"),
                "favourites", call(sql.favourites, LIMIT, CURSOR, "ann"));
    }

    @ParameterizedTest
    @EnumSource
    void countsOfTagsReadAsManyRowsWhateverTheSize(Audience audience) throws SQLException {
        String sql = TagCounts.select(audience, false);
        assertConstant(Map.of(
                "all tags", call(sql, "", LIMIT),
                "tags", call(sql, "r", LIMIT),
                "rare tags", call(sql, "rare1", LIMIT)));
    }

    @Test
    void onePictureIsReadInAsManyRowsWhateverTheSize() throws SQLException {
        assertConstant(Map.of(
                "find", call(ById.AT_HOME.formatted(PictureRows.DOCUMENT), number(), id()),
                "find elsewhere", call(ById.ANYWHERE.formatted(PictureRows.DOCUMENT), id()),
                "age", call(ById.AT_HOME.formatted(PictureRows.AGE), number(), id()),
                "number", call(ById.AT_HOME.formatted(PictureRows.NUMBER), number(), id()),
                "opinion", call(ById.AT_HOME.formatted(PictureRows.OPINION), number(), id()),
                "marks", call(MarkRows.BY_NUMBER, number())));
    }

    @Test
    void listsOfWordsAreReadInAsManyRowsWhateverTheSize() throws SQLException {
        assertConstant(Map.of(
                "entries", call(WordSearch.ENTRIES, "e", "ph", "ph\uFFFF", LIMIT),
                "form", call(WordSearch.FORM, "e", "rare"),
                "of a form", call(WordSearch.OF_FORM_ALONE, "e", "photo", CURSOR, LIMIT)));
    }

    /// For H2 a list of values is a table too.
    @Test
    void manyPicturesAreReadInAsManyRowsWhateverTheSize() throws SQLException {
        List<ImageId> ids = IntStream.range(0, LIMIT)
                .mapToObj(number -> picture(number).document().id())
                .toList();
        assertConstant(Map.of(
                "documents", call(ById.ALL_AT_HOME.formatted(PictureRows.DOCUMENT), RowNumber.array(ids)),
                "documents elsewhere", call(ById.ALL_ANYWHERE.formatted(PictureRows.DOCUMENT), Sql.array(ids)),
                "opinions", call(ById.ALL_AT_HOME.formatted(PictureRows.OPINION), RowNumber.array(ids))));
    }

    @Test
    void aStatementWithoutIndexWouldBeSeen() throws SQLException {
        Call call = call("SELECT id FROM picture WHERE words = ?", "photo");
        assertEquals(List.of(SMALL + 1), call.scanCounts(small));
        assertEquals(List.of(LARGE + 1), call.scanCounts(large));
        assertTrue(call.plan(small).contains("tableScan"));
    }

    private static long number() {
        return RowNumber.of(picture(1).document().id());
    }

    private static String id() {
        return picture(1).document().id().text();
    }

    private static void assertConstant(Map<String, Call> calls) throws SQLException {
        for (Map.Entry<String, Call> call : calls.entrySet()) {
            String plan = call.getValue().plan(large);
            List<Integer> counts = call.getValue().scanCounts(large);
            assertFalse(plan.contains("tableScan"), plan);
            assertEquals(call.getValue().scanCounts(small), counts, call.getKey());
            assertTrue(
                    counts.stream().allMatch(count -> count > 0 && count <= 2 * LIMIT + 2),
                    () -> call.getKey() + " reads " + counts);
        }
    }

    private static Call call(String sql, Object... values) {
        return new Call(sql, values);
    }

    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    private record Call(String sql, Object[] values) {
        private String plan(Connection connection) throws SQLException {
            return Sql.first(connection, "EXPLAIN ANALYZE " + sql, row -> row.getString(1), values)
                    .orElseThrow();
        }

        /// Of each table or index that the statement reads.
        private List<Integer> scanCounts(Connection connection) throws SQLException {
            return COUNT.matcher(plan(connection))
                    .results()
                    .map(result -> Integer.valueOf(result.group(1)))
                    .toList();
        }
    }
}
