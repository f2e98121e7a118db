package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.testkit.api.ApiDescription;

/// Somebody who calls the API of a real server. Every answer is held against the OpenAPI document that this server
/// serves, and noted.
///
/// @param headers names and values, in turn
record Api(Http http, ApiDescription description, CallBook calls, List<String> headers) {

    /// A program without name and password.
    static Api of(Http http) {
        Answer answer = new Answer(http.get("/api/openapi.json"));
        ApiDescription description = ApiDescription.of(answer.is(200).response().body());
        return new Api(http, description, new CallBook(), List.of());
    }

    /// The same caller with other headers.
    private Api with(Stream<String> more) {
        return new Api(
                http, description, calls, Stream.concat(headers.stream(), more).toList());
    }

    Api with(String name, String value) {
        return with(Stream.of(name, value));
    }

    /// A program that sends name and password.
    Api as(User user) {
        return user == User.NOBODY
                ? new Api(http, description, calls, List.of())
                : new Api(http, description, calls, List.of())
                        .with("Authorization", Http.basic(user.title, user.password()));
    }

    /// The same where what is called counts for nothing.
    Api unnoted() {
        return new Api(http, description, new CallBook(), headers);
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

    /// As `curl -F`.
    Answer form(byte[]... parts) {
        return with("Content-Type", Http.FORM).send("POST", "/api/images", Http.joined(parts));
    }

    /// The picture as the body.
    Answer upload(byte[] jpeg, String query) {
        return with("Content-Type", "image/jpeg").send("POST", "/api/images" + query, jpeg);
    }

    /// Calls. Errors are problems, JSON is never taken for anything else, and no program is given a cookie.
    Answer send(String method, String path, byte[] body) {
        Answer answer = sendUnchecked(method, path, body);
        if (path.startsWith("/api")) {
            description.check(
                    method,
                    path,
                    answer.status(),
                    answer.type(),
                    answer.response().body());
            calls.note(description, method, path, answer.status());
        }
        boolean empty = answer.response().body().length == 0;
        assertTrue(empty || answer.header("X-Content-Type-Options").equals("nosniff"), path);
        assertEquals("", answer.header("Set-Cookie"), path);
        return answer;
    }

    /// Calls, whatever comes of it.
    Answer sendUnchecked(String method, String path, byte[] body) {
        HttpResponse<byte[]> response = http.send(method, path, body, new ArrayList<>(headers).toArray(String[]::new));
        return new Answer(response);
    }
}
