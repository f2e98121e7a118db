package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huimages.testkit.api.StrangeJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON that is sent, call by call.
abstract class BadBodies {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Api root;
    private final Api ann;
    private final String id;

    BadBodies(Api api, String id) {
        this.root = api.as(User.ADMIN);
        this.ann = api.as(User.EDITOR);
        this.id = id;
    }

    @AfterEach
    void restore() {
        ann.patch(id, "{\"titles\": [\"kept\"], \"private\": false, \"focal\": null}")
                .is(200);
    }

    /// The schema of the body of each call that has one, by method and address.
    private Map<String, JsonNode> bodies() {
        Map<String, JsonNode> bodies = new LinkedHashMap<>();
        ann.description().operations().forEach((call, operation) -> {
            JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
            if (!schema.isMissingNode()) {
                bodies.put(call.replace("{id}", id).replace("{user}", "ann").replace(" /", " /api/"), schema);
            }
        });
        assertEquals(4, bodies.size());
        return bodies;
    }

    /// Of these calls, those on one picture, where no field is needed and none has to fit another.
    private Map<String, JsonNode> changes() {
        Map<String, JsonNode> changes = bodies();
        changes.keySet().removeIf(call -> !call.contains(id));
        assertEquals(2, changes.size());
        return changes;
    }

    private Answer send(String call, String body) {
        String[] words = call.split(" ", 2);
        return (words[1].contains(id) ? ann : root).json(words[0], words[1], body);
    }

    @Test
    void everyFieldTakesExactlyWhatIsDescribed() {
        List<String> wrong = new ArrayList<>();
        changes().forEach((call, schema) -> {
            JsonNode fields = ann.description().resolved(schema).get("properties");
            fields.propertyNames()
                    .forEach(field -> StrangeJson.VALUES.forEach(value -> {
                        String body = "{\"%s\": %s}".formatted(field, value);
                        boolean described = ann.description()
                                .errors(schema, MAPPER.readTree(body))
                                .isEmpty();
                        int status = send(call, body).status();
                        if (status != (described ? 200 : 422)) {
                            wrong.add(call + " " + body + " is answered with " + status);
                        }
                    }));
            StrangeJson.VALUES.forEach(
                    value -> send(call, "{\"colour\": %s}".formatted(value)).is(422));
        });
        assertEquals(List.of(), wrong);
    }

    /// What is described may still be refused: a field of another kind of job, a job while one is at work.
    @Test
    void whatIsStartedTakesNothingThatIsNotDescribed() {
        List<String> wrong = new ArrayList<>();
        Map<String, String> wholes = Map.of(
                "POST /api/jobs",
                "{\"kind\": \"scrub\", \"dryRun\": true}",
                "POST /api/cache/warm",
                "{\"ids\": [\"" + id + "\"], \"sizes\": [\"32x32\"]}");
        Map<String, JsonNode> started = bodies();
        started.keySet().retainAll(wholes.keySet());
        assertEquals(wholes.keySet(), started.keySet());
        started.forEach((call, schema) -> {
            String whole = wholes.getOrDefault(call, "");
            ann.description()
                    .resolved(schema)
                    .get("properties")
                    .propertyNames()
                    .forEach(field -> StrangeJson.VALUES.forEach(value -> {
                        String body = with(whole, field, value);
                        boolean described = ann.description()
                                .errors(schema, MAPPER.readTree(body))
                                .isEmpty();
                        Answer answer = send(call, body);
                        stop(answer);
                        if (answer.status() >= 500 || (!described && answer.status() != 422)) {
                            wrong.add(call + " " + body + " is answered with " + answer.status());
                        }
                    }));
            StrangeJson.VALUES.forEach(value -> send(call, whole.replace("{", "{\"colour\": " + value + ", "))
                    .is(422));
        });
        assertEquals(List.of(), wrong);
    }

    /// The object with this value of the field, as it is written.
    private static String with(String object, String field, String value) {
        ObjectNode others = (ObjectNode) MAPPER.readTree(object);
        others.remove(field);
        return others.toString().replaceFirst("}$", "") + (others.isEmpty() ? "" : ", ") + "\"" + field + "\": " + value
                + "}";
    }

    private void stop(Answer answer) {
        if (answer.status() == 201) {
            root.send("DELETE", answer.header("Location")).is(204);
        }
    }

    @Test
    void whatIsTooMuchIsRefused() {
        String million = "x".repeat(1 << 20);
        for (String call : bodies().keySet()) {
            send(call, "{\"addTitle\": \"" + million + "\"}").is(413);
            send(call, " ".repeat(1 << 20) + "{}").is(413);
            send(call, "[".repeat(100_000)).is(422);
            send(call, "{\"a\":".repeat(1000) + "1" + "}".repeat(1000)).is(422);
            send(call, "{\"rating\": " + "9".repeat(2000) + "}").is(422);
            send(call, "{\"" + "n".repeat(2000) + "\": 1}").is(422);
            send(call, "{\"private\": true, \"private\": true}").is(400);
            send(call, "{").is(400);
            send(call, "\uFEFF{").is(400);
            send(call, "{\"a\": \"\0\"}").is(400);
        }
        ann.form(Http.field("title", million)).is(422);
    }

    /// It is stored and comes back; nothing of it is ever taken for a page.
    @Test
    void textStaysText() {
        for (String text : List.of(
                "<script>alert('x')</script><img src=x onerror=alert(1)>",
                "\u202Eright to left\u2066 \u05E9\u05DC\u05D5\u05DD \u200F",
                "\uD83D\uDE80 \uD83D\uDC69\u200D\uD83D\uDC67 \u2028 \uFFFE \uFEFF",
                "'); DROP TABLE picture; -- \\ \" %s {0} ${jndi:ldap://x}")) {
            JsonNode body = JsonNodeFactory.instance.objectNode().put("addTitle", text);
            Answer changed = ann.patch(id, body.toString()).is(200);
            assertEquals(text, changed.texts("titles").getLast());
            Answer read = ann.get("/api/images/" + id).is(200);
            assertEquals(text, read.texts("titles").getLast());
            assertEquals("application/json", read.type());
        }
        Answer halves = ann.patch(id, "{\"addTitle\": \"\\u0000a\\u0000b\\r\\nc\\ud800\\u0007d\\u0085\"}")
                .is(200);
        assertEquals("a b c\uFFFD d", halves.texts("titles").getLast());
        assertEquals(halves.texts("titles"), ann.get("/api/images/" + id).texts("titles"));
    }

    @Test
    void valuesInReferencesKeepTheirForm() {
        String values = "[1e400,-0,-0.0,1E-999,123456789012345678901234567890.50,\"\uD83D\uDE80\"," + "[".repeat(60)
                + "]".repeat(60) + "]";
        Answer changed =
                ann.patch(id, "{\"addReferences\": {\"<b>\": " + values + "}}").is(200);
        assertTrue(changed.raw().contains("{\"<b>\":" + values + "}"), changed.raw());
        assertTrue(ann.get("/api/images/" + id).raw().contains(values));
        ann.patch(id, "{\"removeReferences\": {\"<b>\": " + values + "}}").is(200);
        assertEquals("{}", ann.get("/api/images/" + id).body().get("references").toString());
    }

    /// It may be a body of its own kind, too: then it is not JSON that is missing.
    @Test
    void aBodyOfAnotherTypeIsRefused() {
        ann.description().operations().forEach((call, operation) -> {
            if (operation.has("requestBody")) {
                String[] words =
                        call.replace("{id}", id).replace("{user}", "ann").split(" ", 2);
                for (String type :
                        List.of("text/plain", "text/html", "application/xml", "x", ";", "application/jsonx")) {
                    root.with("Content-Type", type)
                            .send(words[0], "/api" + words[1], new byte[] {'{', '}'})
                            .is(415);
                }
            }
        });
    }
}
