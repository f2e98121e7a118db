package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.huimages.testkit.api.Sent;
import org.huimages.webapp.http.Json;

/// Somebody who calls the API.
///
/// @param headers names and values, in turn
record Caller(ApiServer server, List<String> headers) {
    static String basic(String user, String password) {
        return Sent.basic(user, password);
    }

    /// The same with one more header.
    Caller with(String name, String value) {
        List<String> more = new ArrayList<>(headers);
        more.addAll(List.of(name, value));
        return new Caller(server, more);
    }

    Answer get(String path) {
        return send("GET", path, new byte[0]);
    }

    Answer send(String method, String path) {
        return send(method, path, new byte[0]);
    }

    Answer json(String method, String path, String json) {
        return with("Content-Type", "application/json").send(method, path, json.getBytes(StandardCharsets.UTF_8));
    }

    Answer patch(String id, String json) {
        return json("PATCH", "/api/images/" + id, json);
    }

    /// A form, as `curl -F` sends it.
    Answer form(byte[]... parts) {
        return with("Content-Type", Sent.FORM).send("POST", "/api/images", Sent.form(parts));
    }

    static byte[] file(String name, byte[] content) {
        return Sent.file("file", name, content);
    }

    static byte[] field(String name, String value) {
        return Sent.field(name, value);
    }

    /// Calls, and holds the answer against the OpenAPI document. No answer of the API to a program ever sets a
    /// cookie.
    Answer send(String method, String path, byte[] body) {
        HttpResponse<byte[]> response = server.send(method, path, body, headers);
        Answer answer = new Answer(response, response.body().length == 0 ? Json.object() : Json.tree(response.body()));
        assertEquals("", answer.header("Set-Cookie"));
        Described.check(method, path, answer);
        return answer;
    }
}
