package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// The tables and their indexes.
///
/// `picture.number`, a [RowNumber], is what other tables know a picture by: the shortest way to its row. What everybody
/// thinks of a picture ([org.huimages.catalog.Opinion]) is read with each of a list, so it stands beside its document;
/// who thinks what is in `mark`. `entry` has the places of pictures in lists, `tag_count` how many have a tag.
final class Tables {
    private static final List<String> TABLES = List.of(
            """
            CREATE TABLE IF NOT EXISTS picture (
                number BIGINT PRIMARY KEY,
                id VARCHAR(34) NOT NULL,
                shelf VARCHAR(1) NOT NULL,
                age VARCHAR NOT NULL,
                words VARCHAR NOT NULL,
                tags VARCHAR NOT NULL,
                ratings INT NOT NULL,
                rating_sum BIGINT NOT NULL,
                document VARCHAR NOT NULL)""",
            "CREATE UNIQUE INDEX IF NOT EXISTS picture_id ON picture (id)",
            """
            CREATE TABLE IF NOT EXISTS mark (
                number BIGINT NOT NULL,
                user_name VARCHAR NOT NULL,
                tags VARCHAR NOT NULL,
                favourite BOOLEAN NOT NULL,
                rating TINYINT NOT NULL,
                PRIMARY KEY (number, user_name))""",
            """
            CREATE TABLE IF NOT EXISTS entry (
                shelf VARCHAR(1) NOT NULL,
                kind VARCHAR(1) NOT NULL,
                name VARCHAR NOT NULL,
                id VARCHAR(34) NOT NULL,
                number BIGINT NOT NULL)""",
            """
            CREATE TABLE IF NOT EXISTS tag_count (
                prefix VARCHAR NOT NULL,
                tag VARCHAR NOT NULL,
                everyone INT NOT NULL,
                readers INT NOT NULL,
                PRIMARY KEY (prefix, tag))""",
            "CREATE INDEX IF NOT EXISTS tag_count_everyone ON tag_count (prefix, everyone DESC, tag)",
            "CREATE INDEX IF NOT EXISTS tag_count_readers ON tag_count (prefix, readers DESC, tag)");

    /// What lists are read from.
    private static final List<ListIndex> LISTS = List.of(
            new ListIndex("picture_shelf", "picture (shelf, id)"),
            new ListIndex("picture_age", "picture (shelf, age)"),
            new ListIndex("entry_listed", "entry (shelf, kind, name, id, number)"));

    private Tables() {}

    /// Makes what is not there yet, but for the indexes of lists.
    static void create(Connection connection) throws SQLException {
        for (String statement : TABLES) {
            Sql.change(connection, statement);
        }
    }

    /// Makes those indexes of lists that are not there.
    static void createListIndexes(Connection connection) throws SQLException {
        for (ListIndex index : LISTS) {
            Sql.change(connection, "CREATE INDEX IF NOT EXISTS " + index.name + " ON " + index.columns);
        }
    }

    /// For a while: to sort a million rows once is much less work than to put each in its place.
    static void dropListIndexes(Connection connection) throws SQLException {
        for (ListIndex index : LISTS) {
            Sql.change(connection, "DROP INDEX IF EXISTS " + index.name);
        }
    }

    private record ListIndex(String name, String columns) {}
}
