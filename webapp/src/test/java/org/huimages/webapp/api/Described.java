package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.huimages.webapp.http.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The OpenAPI document, and what it says of an answer.
final class Described {
    static final ObjectNode DOCUMENT = read();

    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());

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
        return DOCUMENT.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> Map.entry(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /// Fails if the status of the answer is not described for this call, or its body is of another shape. Calls
    /// that do not exist are not described.
    static void check(String method, String address, Answer answer) {
        String path = address.replaceFirst("\\?.*", "").substring("/api".length());
        List<String> templates = DOCUMENT.get("paths")
                .propertyStream()
                .map(Map.Entry::getKey)
                .filter(template -> fits(template, path))
                .toList();
        List<JsonNode> operations = templates.stream()
                .map(template -> DOCUMENT.get("paths").get(template).path(methodName(method)))
                .filter(JsonNode::isObject)
                .toList();
        if (operations.isEmpty()) {
            assertTrue(answer.status() == 404 || answer.status() == 405, method + " " + address + " is not described");
            check(schema("Problem"), answer);
        } else {
            check(method + " " + address, operations.getFirst(), answer);
        }
    }

    /// HEAD is GET without the body.
    private static String methodName(String method) {
        return "HEAD".equals(method) ? "get" : method.toLowerCase(Locale.ROOT);
    }

    private static boolean fits(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]*}", "[^/]*"));
    }

    private static void check(String call, JsonNode operation, Answer answer) {
        JsonNode response = resolved(operation.get("responses").path(Integer.toString(answer.status())));
        assertFalse(response.isMissingNode(), () -> call + " is not described to answer " + answer.status());
        if (answer.isEmpty()) {
            return;
        }
        JsonNode content = response.path("content").path(answer.type().replaceFirst(";.*", ""));
        assertFalse(content.isMissingNode(), () -> call + " is not described to answer with " + answer.type());
        check(content.get("schema"), answer);
    }

    private static JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? DOCUMENT.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static void check(JsonNode schema, Answer answer) {
        assertEquals(List.of(), errors(schema, answer.body()), () -> "in " + answer.body());
    }

    static JsonNode schema(String name) {
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }

    /// What is wrong with a value by a schema of the document.
    static List<String> errors(JsonNode schema, JsonNode value) {
        ObjectNode whole = (ObjectNode) ofJsonSchema(schema);
        whole.set("$defs", ofJsonSchema(DOCUMENT.at("/components/schemas")));
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /// The same where JSON Schema keeps its definitions.
    private static JsonNode ofJsonSchema(JsonNode node) {
        String text = Json.text(node).replace("#/components/schemas/", "#/$defs/");
        return Json.tree(text.getBytes(StandardCharsets.UTF_8));
    }
}
