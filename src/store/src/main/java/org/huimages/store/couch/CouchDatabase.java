package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.client.methods.HttpPost;
import org.apache.http.client.methods.HttpPut;
import org.apache.http.entity.ContentType;
import org.apache.http.entity.StringEntity;
import org.huimages.failure.Failure;
import org.jspecify.annotations.Nullable;
import org.lightcouch.CouchRefusal;
import org.lightcouch.GuardedCouchDbClient;
import org.lightcouch.View;

/// One database: documents as trees of JSON, in which numbers and nulls keep their form. Whatever goes wrong is a
/// [org.huimages.failure.FailureException]. Thread-safe.
final class CouchDatabase {
    private static final Set<String> NO_DOCUMENT = Set.of("missing", "deleted");

    private final CouchConnection connection;
    final String name;
    private final AtomicReference<@Nullable GuardedCouchDbClient> client = new AtomicReference<>();

    CouchDatabase(CouchConnection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /// Asks LightCouch, unless CouchDB is left alone.
    <T> T ask(Function<GuardedCouchDbClient, T> question) {
        return connection.breaker.call(() -> answer(question), CouchFailures::resting);
    }

    private <T> T answer(Function<GuardedCouchDbClient, T> question) {
        try {
            return question.apply(client());
        } catch (RuntimeException failed) {
            throw CouchFailures.of(failed, "the database " + name);
        }
    }

    /// The first one who gets through makes it; whoever comes at the same time makes another, which is no loss.
    private GuardedCouchDbClient client() {
        GuardedCouchDbClient made = client.get();
        if (made == null) {
            made = connection.connect(name);
            client.compareAndSet(null, made);
        }
        return made;
    }

    /// @return whether it was not there before
    boolean create() {
        return ask(couch -> {
            try {
                couch.executeRequest(new HttpPut(couch.getBaseUri() + name));
                return true;
            } catch (CouchRefusal refusal) {
                return orElse(refusal, refusal.status() == 412, false);
            }
        });
    }

    boolean exists() {
        return ask(couch -> {
            try {
                couch.findAny(JsonObject.class, couch.getBaseUri() + name);
                return true;
            } catch (CouchRefusal refusal) {
                return orElse(refusal, refusal.status() == 404, false);
            }
        });
    }

    /// @param id without reserved characters, but `_design/x`
    Optional<JsonObject> find(String id) {
        return ask(couch -> {
            try {
                return Optional.of(couch.findAny(JsonObject.class, couch.getDBUri() + id));
            } catch (CouchRefusal refusal) {
                boolean missing = refusal.status() == 404 && NO_DOCUMENT.contains(refusal.reason());
                return orElse(refusal, missing, Optional.empty());
            }
        });
    }

    /// Writes a document as a whole: a new one, without `_rev`, or the next revision of the one that was read.
    /// (As a POST, which has the ID in its body: LightCouch's PUT puts a `+` in the address where a blank should
    /// be, and its POST a slash at the end.)
    ///
    /// @return false if it is not what was read any more, or there already
    /// @throws org.huimages.failure.FailureException [Failure.Unprocessable] if CouchDB cannot hold it
    boolean put(JsonObject document) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(document.toString())) {
            throw new Failure.Unprocessable("half a character (an unpaired surrogate) cannot be stored").exception();
        }
        return ask(couch -> {
            try {
                HttpPost post = new HttpPost(couch.getBaseUri() + name);
                post.setEntity(new StringEntity(couch.getGson().toJson(document), ContentType.APPLICATION_JSON));
                couch.executeRequest(post);
                return true;
            } catch (CouchRefusal refusal) {
                return orElse(refusal, refusal.status() == 409, false);
            }
        });
    }

    /// @param document as it was read
    /// @return false if it is not that any more
    boolean delete(JsonObject document) {
        JsonObject stone = new JsonObject();
        stone.add("_id", document.get("_id"));
        stone.add("_rev", document.get("_rev"));
        stone.addProperty("_deleted", true);
        return put(stone);
    }

    private static <T> T orElse(CouchRefusal refusal, boolean expected, T value) {
        if (!expected) {
            throw refusal;
        }
        return value;
    }

    /// @param view `_all_docs`, or one of ours: `huimages/newest`
    List<Row> rows(String view, UnaryOperator<View> question) {
        return ask(couch -> {
            Reader reader =
                    new InputStreamReader(question.apply(couch.view(view)).queryForStream(), StandardCharsets.UTF_8);
            JsonObject answer = couch.getGson().fromJson(reader, JsonObject.class);
            return StreamSupport.stream(answer.getAsJsonArray("rows").spliterator(), false)
                    .map(row -> new Row(row.getAsJsonObject()))
                    .toList();
        });
    }

    /// Documents by ID, in the order of `ids`, without those that are not there.
    List<JsonObject> findAll(List<String> ids) {
        return ids.isEmpty()
                ? List.of()
                : rows("_all_docs", view -> view.includeDocs(true).keys(ids)).stream()
                        .flatMap(row -> row.document().stream())
                        .toList();
    }

    /// Any GET below the database.
    JsonObject get(String pathAndQuery) {
        return ask(couch -> couch.findAny(JsonObject.class, couch.getDBUri() + pathAndQuery));
    }

    /// Where the database stands: another text after each change.
    String sequence() {
        return ask(couch -> couch.findAny(JsonObject.class, couch.getBaseUri() + name))
                .get("update_seq")
                .getAsString();
    }

    /// Asks for the space of old revisions back, which CouchDB does in the background.
    void compact() {
        ask(couch -> {
            couch.context().compact();
            return true;
        });
    }

    /// Reads what may be long.
    ///
    /// @param path below the database, encoded
    /// @throws IOException if it cannot be read to its end, or not be written
    void download(String path, OutputStream target) throws IOException {
        connection.breaker.call(() -> downloaded(path, target), IOException::new);
    }

    private boolean downloaded(String path, OutputStream target) throws IOException {
        try {
            GuardedCouchDbClient couch = client();
            HttpGet request = new HttpGet(couch.getDBUri() + path);
            ScheduledFuture<?> end = couch.watch(request);
            try (CloseableHttpResponse answer = couch.open(request)) {
                answer.getEntity().getContent().transferTo(target);
                return true;
            } finally {
                end.cancel(false);
            }
        } catch (RuntimeException failed) {
            throw CouchFailures.of(failed, "the database " + name);
        }
    }
}
