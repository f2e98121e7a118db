package org.huimages.store.h2;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog.TagCount;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.failure.SetupException;
import org.huimages.store.json.DocumentJson;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.SampleStates;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Catalogs of versions 2 and 3, in which pictures were numbered as they came, are taken over.
class FormerTablesTest {
    private static final String FIRST = "";
    private static final int ALL = 10_000;
    private static final int MANY = 2_500;
    private static final Marks SEA = new Marks(new TreeSet<>(List.of("sea")), true, OptionalInt.of(3));
    private static final Marks SKY = new Marks(new TreeSet<>(List.of("sea", "sky")), false, OptionalInt.of(4));
    private static final List<String> VERSION_3 = List.of(
            "CREATE TABLE schema_version (version INT PRIMARY KEY)",
            """
            CREATE TABLE picture (
                number BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id VARCHAR(34) NOT NULL,
                shelf VARCHAR(1) NOT NULL, age VARCHAR NOT NULL, words VARCHAR NOT NULL, document VARCHAR NOT NULL)""",
            "CREATE UNIQUE INDEX picture_id ON picture (id)",
            """
            CREATE TABLE mark (
                number BIGINT NOT NULL, user_name VARCHAR NOT NULL, tags VARCHAR NOT NULL, favourite BOOLEAN NOT NULL,
                rating TINYINT NOT NULL, PRIMARY KEY (number, user_name))""",
            """
            CREATE TABLE entry (
                shelf VARCHAR(1) NOT NULL, kind VARCHAR(1) NOT NULL, name VARCHAR NOT NULL, id VARCHAR(34) NOT NULL,
                number BIGINT NOT NULL)""",
            """
            CREATE TABLE tag_count (
                prefix VARCHAR NOT NULL, tag VARCHAR NOT NULL, everyone INT NOT NULL, readers INT NOT NULL,
                PRIMARY KEY (prefix, tag))""",
            "CREATE INDEX tag_count_everyone ON tag_count (prefix, everyone DESC, tag)",
            "CREATE INDEX tag_count_readers ON tag_count (prefix, readers DESC, tag)",
            "CREATE INDEX picture_shelf ON picture (shelf, id)",
            "CREATE INDEX picture_age ON picture (shelf, age)",
            "CREATE INDEX entry_listed ON entry (shelf, kind, name, id, number)");

    private static final ImageDocument PLAIN = Samples.document(1, "A waterfall");
    private static final ImageDocument HIDDEN =
            new SampleDocument(2).titles("hidden").state(SampleStates.HIDDEN).get();
    private static final ImageDocument DELETED =
            new SampleDocument(3).titles("deleted").state(SampleStates.DELETED).get();

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void makeVersion3() throws SQLException {
        database = new Database(folder);
        for (String statement : VERSION_3) {
            database.execute(statement);
        }
        database.execute("INSERT INTO schema_version VALUES (3)");
        try (Connection connection = database.connect()) {
            for (ImageDocument document : List.of(DELETED, HIDDEN, PLAIN)) {
                insert(connection, document);
                mark(connection, document, "ann", SEA);
            }
            mark(connection, PLAIN, "bob", SKY);
        }
    }

    private static void insert(Connection connection, ImageDocument document) throws SQLException {
        Sql.change(
                connection,
                "INSERT INTO picture (id, shelf, age, words, document) VALUES (?, ?, 'then', ' word', ?)",
                document.id().text(),
                Shelf.of(document).code(),
                DocumentJson.write(document));
    }

    private static void mark(Connection connection, ImageDocument document, String user, Marks marks)
            throws SQLException {
        long number = Sql.first(
                        connection,
                        "SELECT number FROM picture WHERE id = ?",
                        row -> row.getLong(1),
                        document.id().text())
                .orElseThrow();
        MarkRows.write(connection, number, Map.of(user, marks));
    }

    @Test
    void picturesAndMarksAreThereAndInAllLists() throws SQLException {
        assertTakenOver();
    }

    @Test
    void whatWasCutShortBeginsAnew() throws SQLException {
        H2Catalog.open(folder.resolve("other")).close();
        try (H2Catalog other = H2Catalog.open(folder.resolve("other"))) {
            other.save(Samples.document(5));
        }
        move(folder.resolve("other/catalog.mv.db"), folder.resolve("catalog-new.mv.db"));
        assertTakenOver();
    }

    @Test
    void whatCannotBeCopiedIsLeftAsItWas() throws IOException, SQLException {
        Path inTheWay =
                Files.createDirectories(folder.resolve("catalog-new.mv.db").resolve("something"));
        String message = String.valueOf(
                assertThrows(SetupException.class, () -> H2Catalog.open(folder)).getMessage());
        assertTrue(message.contains("it is as it was"), message);
        assertEquals(1, message.lines().count(), message);
        assertEquals(3, database.number("SELECT COUNT(*) FROM picture"));
        Files.delete(inTheWay);
        assertTakenOver();
    }

    @Test
    void whatIsThereIsNotLostWhenADocumentCannotBeRead() throws SQLException {
        database.execute("UPDATE picture SET document = '{' WHERE number = 2");
        String message = String.valueOf(
                assertThrows(SetupException.class, () -> H2Catalog.open(folder)).getMessage());
        assertTrue(message.contains(HIDDEN.id().text()), message);
        assertEquals(3, database.number("SELECT COUNT(*) FROM picture"));
        assertFalse(Files.exists(folder.resolve("catalog-new.mv.db")));
    }

    @Test
    void whoMayNotWriteIsRefusedAndNothingIsCopied() throws SQLException {
        String message = String.valueOf(assertThrows(SetupException.class, () -> H2Catalog.openAsItIs(folder))
                .getMessage());
        assertTrue(message.contains("HUIMAGES_READ_ONLY"), message);
        assertEquals(3, database.number("SELECT MAX(version) FROM schema_version"));
        assertTakenOver();
        H2Catalog.openAsItIs(folder).close();
    }

    @Test
    void aCatalogOfTheSecondReleaseIsTakenOver() throws SQLException {
        database.execute("UPDATE schema_version SET version = 2");
        assertTakenOver();
    }

    @Test
    void aFirstStartThatWasCutShortIsFinished() throws SQLException {
        database.execute("DELETE FROM schema_version");
        assertTakenOver();
    }

    @Test
    void whatTheFirstReleaseHadLeftBringsNothingBack() throws SQLException {
        ImageDocument erased = Samples.document(4);
        makeVersion1(erased);
        assertTakenOver();
    }

    @Test
    void ofWhatWasCutShortOnItsWayFromTheFirstReleaseThatIsTaken() throws SQLException {
        database.execute("UPDATE schema_version SET version = 1");
        ImageDocument only = Samples.document(4);
        makeVersion1(only);
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            assertEquals(List.of(only), catalog.all(FIRST, ALL));
        }
    }

    private static void move(Path from, Path to) {
        assertTrue(from.toFile().renameTo(to.toFile()));
    }

    private void makeVersion1(ImageDocument document) throws SQLException {
        database.execute("CREATE TABLE image (id CHAR(34) PRIMARY KEY, document VARCHAR NOT NULL)");
        try (Connection connection = database.connect()) {
            Sql.change(
                    connection, "INSERT INTO image VALUES (?, ?)", document.id().text(), DocumentJson.write(document));
        }
    }

    @Test
    void thousandsAreTakenOver() throws SQLException {
        try (Connection connection = database.connect()) {
            for (int number = 10; number < MANY; number++) {
                insert(connection, Samples.document(number));
                mark(connection, Samples.document(number), "ann", SEA);
            }
        }
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            int pictures = MANY - 10 + 2;
            assertEquals(pictures, catalog.page(Audience.READERS, FIRST, ALL).size());
            assertEquals(
                    pictures,
                    catalog.favourites(Audience.READERS, "ann", FIRST, ALL).size());
        }
    }

    private void assertTakenOver() throws SQLException {
        try (H2Catalog catalog = H2Catalog.open(folder)) {
            assertEquals(3, catalog.size());
            assertEquals(Optional.of(DELETED), catalog.find(DELETED.id()));
            assertEquals(List.of(PLAIN), catalog.page(Audience.PUBLIC, FIRST, ALL));
            assertEquals(List.of(DELETED), catalog.deleted(FIRST, ALL));
            assertEquals(
                    2, catalog.newest(Audience.READERS, Optional.empty(), ALL).size());
            assertEquals(List.of(PLAIN), catalog.search(Audience.PUBLIC, "water sky", FIRST, ALL));
            assertEquals(List.of(PLAIN), catalog.tagged(Audience.PUBLIC, "sea", FIRST, ALL));
            assertEquals(
                    List.of(new TagCount("sea", 2), new TagCount("sky", 1)), catalog.tags(Audience.READERS, "", ALL));
            assertEquals(Map.of("ann", SEA, "bob", SKY), catalog.everybodysMarks(PLAIN.id()));
            assertEquals(new Opinion(SKY.tags(), 2, 7), catalog.opinion(PLAIN.id()));
            assertEquals(
                    List.of(HIDDEN),
                    catalog.favourites(Audience.READERS, "ann", FIRST, ALL).stream()
                            .filter(HIDDEN::equals)
                            .toList());
        }
        assertEquals(4, database.number("SELECT MAX(version) FROM schema_version"));
        assertEquals(0, database.number("SELECT COUNT(*) FROM information_schema.tables WHERE table_name = 'IMAGE'"));
        assertFalse(Files.exists(folder.resolve("catalog-new.mv.db")));
    }
}
