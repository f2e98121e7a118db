package org.huimages.store.couch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lightcouch.View;

/// What lies between two keys of a view, read in pieces until enough was found: one request where most of it is
/// wanted, never the whole database at once.
///
/// @param start the first key, passed over itself if `open`
/// @param end the last one
/// @param documents whether documents are read too
record Range(
        CouchDatabase database,
        String view,
        JsonElement start,
        boolean open,
        JsonElement end,
        boolean descending,
        boolean documents) {

    /// So many more than are wanted are asked for: some may be passed over.
    private static final int SPARE = 16;
    private static final int LARGEST_PIECE = 500;

    /// Documents by ID.
    static Range ofDocuments(CouchDatabase database, String start, String end) {
        return new Range(database, "_all_docs", new JsonPrimitive(start), false, new JsonPrimitive(end), false, true);
    }

    /// Rows of a view.
    static Range ofRows(CouchDatabase database, String view, JsonElement start, JsonElement end) {
        return new Range(database, view, start, false, end, false, false);
    }

    /// The same without the first key itself.
    Range withoutStart() {
        return new Range(database, view, start, true, end, descending, documents);
    }

    /// The same from the greatest key to the least; `start` is the greatest one then.
    Range backwards() {
        return new Range(database, view, start, open, end, true, documents);
    }

    Range withDocuments() {
        return new Range(database, view, start, open, end, descending, true);
    }

    /// Everything.
    <T> List<T> all(Function<Row, Optional<T>> wanted) {
        return take(Integer.MAX_VALUE, wanted);
    }

    /// The first ones that `wanted` makes something of, `limit` at most.
    <T> List<T> take(int limit, Function<Row, Optional<T>> wanted) {
        List<T> taken = new ArrayList<>();
        Range rest = this;
        int size = (int) Math.min(LARGEST_PIECE, (long) limit + SPARE);
        while (taken.size() < limit) {
            List<Row> piece = rest.piece(size);
            for (Row row : piece) {
                if (taken.size() < limit && !rest.isPassedOver(row)) {
                    wanted.apply(row).ifPresent(taken::add);
                }
            }
            if (piece.size() < size) {
                break;
            }
            rest = rest.behind(piece.getLast());
            size = LARGEST_PIECE;
        }
        return taken;
    }

    private List<Row> piece(int size) {
        return database.rows(view, asked -> limited(asked, size));
    }

    private View limited(View asked, int size) {
        View bounded = asked.startKey(start).endKey(end).limit(size).descending(descending);
        return documents ? bounded.includeDocs(true) : bounded;
    }

    private boolean isPassedOver(Row row) {
        return open && row.key().equals(start);
    }

    /// From here on; several rows of the same key say the same.
    private Range behind(Row last) {
        JsonElement key = descending ? last.key() : behind(last.key());
        return new Range(database, view, key, descending, end, descending, documents);
    }

    private static JsonElement behind(JsonElement key) {
        if (key instanceof JsonArray array) {
            JsonArray behind = array.deepCopy();
            behind.add(new JsonObject());
            return behind;
        }
        return new JsonPrimitive(key.getAsString() + "!");
    }
}
