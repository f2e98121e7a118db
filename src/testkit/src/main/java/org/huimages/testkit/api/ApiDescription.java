package org.huimages.testkit.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAPI document, and what it says of calls and answers. All of its paths lie below `/api`.
public record ApiDescription(JsonNode document) {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String BELOW = "/api";

    /// A document as it is served.
    public static ApiDescription of(byte[] json) {
        return new ApiDescription(MAPPER.readTree(json));
    }

    /// Each call that is described, by method and template: `GET /images/{id}`.
    public Map<String, JsonNode> operations() {
        return document.get("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(method -> Map.entry(
                                method.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), method.getValue())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    /// What stands behind a reference; the node itself if it is none.
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    /// Which of the calls this is; empty if it is none that is described.
    ///
    /// @param address with what stands behind the question mark
    public Optional<String> call(String method, String address) {
        String path = address.replaceFirst("\\?.*", "").substring(BELOW.length());
        String wanted = "HEAD".equals(method) ? "GET" : method;
        return operations().keySet().stream()
                .filter(call -> call.startsWith(wanted + " ") && fits(call.substring(wanted.length() + 1), path))
                .min((one, other) -> Integer.compare(variables(one), variables(other)));
    }

    /// `/images/random` is not an `{id}`.
    private static int variables(String call) {
        return call.length() - call.replace("{", "").length();
    }

    private static boolean fits(String template, String path) {
        return path.matches(template.replaceAll("\\{[^}]*}", "[^/]*"));
    }

    /// Fails if the status of an answer is not described for this call, or its body is of another shape. Calls that
    /// do not exist are not described, and answered with 404 or 405.
    public void check(String method, String address, int status, String type, byte[] body) {
        Optional<String> call = call(method, address);
        if (call.isEmpty()) {
            assertTrue(status == 404 || status == 405, () -> method + " " + address + " is not described");
        }
        JsonNode response = call.map(found -> response(found, status)).orElseGet(JsonNodeFactory.instance::objectNode);
        if (body.length > 0) {
            JsonNode schema = call.map(found -> schema(found, response, type)).orElseGet(() -> schema("Problem"));
            JsonNode value = MAPPER.readTree(body);
            assertEquals(List.of(), errors(schema, value), () -> "in " + value);
        }
    }

    private JsonNode response(String call, int status) {
        JsonNode responses = operations().getOrDefault(call, document).path("responses");
        JsonNode response = resolved(responses.path(Integer.toString(status)));
        assertFalse(response.isMissingNode(), () -> call + " is not described to answer " + status);
        return response;
    }

    private static JsonNode schema(String call, JsonNode response, String type) {
        JsonNode content = response.path("content").path(type.replaceFirst(";.*", ""));
        assertFalse(content.isMissingNode(), () -> call + " is not described to answer with " + type);
        return content.get("schema");
    }

    /// The schema of this name.
    public static JsonNode schema(String name) {
        return JsonNodeFactory.instance.objectNode().put("$ref", "#/components/schemas/" + name);
    }

    /// What is wrong with a value by a schema of the document.
    public List<String> errors(JsonNode schema, JsonNode value) {
        ObjectNode whole = (ObjectNode) ofJsonSchema(schema);
        whole.set("$defs", ofJsonSchema(document.at("/components/schemas")));
        return SCHEMAS.getSchema(whole).validate(value).stream()
                .map(Error::toString)
                .toList();
    }

    /// The same where JSON Schema keeps its definitions.
    private static JsonNode ofJsonSchema(JsonNode node) {
        return MAPPER.readTree(node.toString().replace("#/components/schemas/", "#/$defs/"));
    }
}
