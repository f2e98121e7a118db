package org.huimages.webapp.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.huimages.testkit.api.ApiDescription;
import org.huimages.webapp.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document, and what it says of an answer.
final class Described {
    static final ObjectNode DOCUMENT = read();

    private static final ApiDescription DESCRIPTION = new ApiDescription(DOCUMENT);

    private Described() {}

    private static ObjectNode read() {
        try (InputStream in = Objects.requireNonNull(OpenApi.class.getResourceAsStream("openapi.json"))) {
            return (ObjectNode) Json.tree(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Each call that is described, by method and template: `GET /images/{id}`.
    static Map<String, JsonNode> operations() {
        return DESCRIPTION.operations();
    }

    /// Fails if the status of the answer is not described for this call, or its body is of another shape.
    static void check(String method, String address, Answer answer) {
        DESCRIPTION.check(
                method,
                address,
                answer.status(),
                answer.type(),
                answer.response().body());
    }

    static JsonNode schema(String name) {
        return ApiDescription.schema(name);
    }

    /// What is wrong with a value by a schema of the document.
    static List<String> errors(JsonNode schema, JsonNode value) {
        return DESCRIPTION.errors(schema, value);
    }
}
