package org.huimages.store.couch;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A file that lies at a document, as the document describes it.
///
/// @param name as the file was called; may hold anything: `/`, blanks, `%`
/// @param contentType as whoever attached it said
/// @param length in bytes
/// @param digest CouchDB's own, another one for other bytes: `md5-...`
public record Attachment(String name, String contentType, long length, String digest) {
    private static final String STUBS = "_attachments";

    /// Those of a document, in its order.
    static List<Attachment> of(JsonObject document) {
        return Lenient.object(document, STUBS).stream()
                .flatMap(stubs -> stubs.keySet().stream()
                        .flatMap(name -> Lenient.object(stubs, name).stream().map(stub -> of(name, stub))))
                .toList();
    }

    private static Attachment of(String name, JsonObject stub) {
        return new Attachment(
                name,
                Lenient.text(stub, "content_type").orElse(""),
                Lenient.number(stub, "length", 0, Long.MAX_VALUE).orElse(0L),
                Lenient.text(stub, "digest").orElse(""));
    }

    /// Takes its stub out of the document.
    void removeFrom(JsonObject document) {
        JsonObject stubs = document.getAsJsonObject(STUBS);
        stubs.remove(name);
        if (stubs.isEmpty()) {
            document.remove(STUBS);
        }
    }

    /// Where it is, below the database.
    String path(String id) {
        return id + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
