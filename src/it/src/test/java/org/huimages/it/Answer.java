package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the API answered.
record Answer(HttpResponse<byte[]> response) {
    private static final JsonMapper MAPPER = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    /// The same, for chaining, if it has this status.
    Answer is(int status) {
        assertEquals(status, status(), () -> response.request().method() + " " + response.uri() + ": " + raw());
        return this;
    }

    String raw() {
        return Http.text(response);
    }

    String header(String name) {
        return Http.header(response, name);
    }

    String type() {
        return header("Content-Type");
    }

    /// An empty object where there is no body.
    JsonNode body() {
        return response.body().length == 0 ? JsonNodeFactory.instance.objectNode() : MAPPER.readTree(response.body());
    }

    String text(String member) {
        return body().path(member).asString("");
    }

    List<String> texts(String member) {
        return texts(body().path(member));
    }

    static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    /// The IDs of a list of pictures.
    List<String> ids() {
        return body().path("images")
                .valueStream()
                .map(image -> image.path("id").asString())
                .toList();
    }
}
