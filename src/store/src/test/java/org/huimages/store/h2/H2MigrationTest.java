package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.header.Orientation;
import org.huimages.testkit.SampleStates;
import org.huimages.testkit.Samples;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Catalogs of the first release, whose one table held an ID and a document of fewer names, are taken over.
class H2MigrationTest {
    private static final String FIRST = "";
    private static final int ALL = 10_000;
    private static final String SHA256 = "f".repeat(64);
    private static final List<ImageId> IDS = ids(5);

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void makeVersion1() throws SQLException {
        database = new Database(folder);
        database.execute("CREATE TABLE IF NOT EXISTS schema_version (version INT PRIMARY KEY)");
        makeTable();
        database.execute("INSERT INTO schema_version VALUES (1)");
    }

    private void makeTable() throws SQLException {
        database.execute("CREATE TABLE IF NOT EXISTS image (id CHAR(34) PRIMARY KEY, document VARCHAR NOT NULL)");
    }

    @Test
    void everyDocumentIsThereWithNothingInWhatIsNew() throws SQLException {
        insert(IDS);
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            for (ImageId id : IDS) {
                assertEquals(Optional.of(expected(id)), catalog.find(id));
            }
            assertEquals(expected(IDS), catalog.page(Audience.PUBLIC, FIRST, ALL));
        }
        assertIsOfThisRelease();
    }

    @Test
    void documentsAreInAllLists() throws SQLException {
        insert(IDS);
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            assertEquals(expected(IDS).reversed(), catalog.newest(Audience.PUBLIC, Optional.empty(), ALL));
            assertEquals(expected(IDS), catalog.search(Audience.PUBLIC, "muller water", FIRST, ALL));
            catalog.mark(IDS.getFirst(), "ann", marks -> marks.withTags(new TreeSet<>(List.of("sea"))));
            assertEquals(expected(IDS.subList(0, 1)), catalog.tagged(Audience.PUBLIC, "sea", FIRST, ALL));
        }
    }

    @Test
    void anEmptyOneIsEmptyAfterwards() throws SQLException {
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            assertEquals(List.of(), catalog.page(Audience.READERS, FIRST, ALL));
        }
        assertIsOfThisRelease();
    }

    @Test
    void thousandsOfDocumentsAreTakenOver() throws SQLException {
        List<ImageId> many = ids(2500);
        insert(many);
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            assertEquals(expected(many), catalog.page(Audience.PUBLIC, FIRST, ALL));
        }
    }

    @Test
    void aFirstStartOfTheFirstReleaseThatWasCutShortIsFinished() throws SQLException {
        database.execute("DELETE FROM schema_version");
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            catalog.save(Samples.document(1));
        }
        assertIsOfThisRelease();
    }

    @Test
    void documentsTakenOverCanBeChanged() throws SQLException {
        insert(IDS);
        ImageId id = IDS.getFirst();
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            catalog.update(id, document -> document.with(SampleStates.HIDDEN));
        }
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            assertEquals(Optional.of(expected(id).with(SampleStates.HIDDEN)), catalog.find(id));
            assertEquals(expected(IDS.subList(1, 5)), catalog.search(Audience.PUBLIC, "waterfall", FIRST, ALL));
        }
    }

    private void assertIsOfThisRelease() throws SQLException {
        assertEquals(4, database.number("SELECT MAX(version) FROM schema_version"));
        assertEquals(0, database.number("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'IMAGE'"));
    }

    /// As the first release did it.
    private void insert(List<ImageId> ids) throws SQLException {
        try (Connection connection = database.connect();
                PreparedStatement statement =
                        connection.prepareStatement("INSERT INTO image (id, document) VALUES (?, ?)")) {
            for (ImageId id : ids) {
                statement.setString(1, id.text());
                statement.setString(2, """
                        {"content_type":"image/png","width":4032,"height":3024,"orientation":6,"length":5000000000,\
                        "sha256":"%s","filename":"a \\"b\\".png","ctime":"20090129T235959.000000",\
                        "mtime":"20260701T120000.654321","title":["A waterfall","M\u00FCller"]}""".formatted(SHA256));
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    private static List<ImageDocument> expected(List<ImageId> ids) {
        return ids.stream().map(H2MigrationTest::expected).toList();
    }

    private static ImageDocument expected(ImageId id) {
        return new ImageDocument(
                id,
                Optional.of(new Facts(
                        ImageFormat.PNG, new Dimensions(4032, 3024), Orientation.TURN_RIGHT, 5_000_000_000L, SHA256)),
                Description.named("a \"b\".png").withTitles(List.of("A waterfall", "M\u00FCller")),
                Samples.EARLIER,
                new Timestamp("20260701T120000.654321"),
                Focus.NONE,
                State.FINE,
                "");
    }

    private static List<ImageId> ids(int count) {
        return IntStream.range(0, count)
                .mapToObj(Samples::id)
                .sorted(Comparator.naturalOrder())
                .toList();
    }
}
