package org.huimages.store.h2;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// What changes in lists and counters when pictures change: noted first, then written at once.
final class Index {
    private static final String INSERT = "INSERT INTO entry (shelf, kind, name, id, number) VALUES (?, ?, ?, ?, ?)";
    private static final String DELETE =
            "DELETE FROM entry WHERE shelf = ? AND kind = ? AND name = ? AND id = ? AND number = ?";

    private final Set<Entry> added = new HashSet<>();
    private final Set<Entry> removed = new HashSet<>();
    private final TagCounts counts = new TagCounts();

    /// Notes that a picture's places in lists have changed.
    void change(Set<Entry> before, Set<Entry> after) {
        before.stream().filter(entry -> !after.contains(entry)).forEach(this::remove);
        after.stream().filter(entry -> !before.contains(entry)).forEach(this::add);
    }

    private void remove(Entry entry) {
        if (!added.remove(entry)) {
            removed.add(entry);
        }
        count(entry, -1);
    }

    private void add(Entry entry) {
        if (!removed.remove(entry)) {
            added.add(entry);
        }
        count(entry, 1);
    }

    private void count(Entry entry, int pictures) {
        if (entry.kind() == Entry.Kind.TAG) {
            counts.count(entry.name(), entry.shelf(), pictures);
        }
    }

    void write(Connection connection) throws SQLException {
        Sql.changeEach(connection, DELETE, removed, Index::values);
        Sql.changeEach(connection, INSERT, added, Index::values);
        counts.write(connection);
    }

    private static Object[] values(Entry entry) {
        return new Object[] {
            entry.shelf().code(), entry.kind().code(), entry.name(), entry.id().text(), entry.number()
        };
    }
}
