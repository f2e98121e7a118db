package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What a call was answered with.
///
/// @param body an empty object if there was none
record Answer(HttpResponse<byte[]> response, JsonNode body) {

    int status() {
        return response.statusCode();
    }

    boolean isEmpty() {
        return response.body().length == 0;
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    String type() {
        return header("Content-Type");
    }

    /// The same, for chaining, if it has this status.
    Answer is(int status) {
        assertEquals(status, status(), () -> "answered with " + body);
        return this;
    }

    String text(String member) {
        return body.path(member).asString("");
    }

    List<String> texts(String member) {
        return body.path(member).valueStream().map(JsonNode::asString).toList();
    }

    /// The IDs of a list.
    List<String> ids() {
        return body.path("images")
                .valueStream()
                .map(image -> image.path("id").asString())
                .toList();
    }
}
