package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.apache.catalina.LifecycleException;
import org.huimages.testkit.Samples;
import org.huimages.testkit.api.StrangeJson;
import org.huimages.webapp.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What cannot be right is told in one line with the right status, and changes nothing. That a problem has one
/// line is part of its schema, which every answer is held against.
class BadInputTest {
    private static final String DOCUMENT = "/api/images/" + Samples.id(1);
    private static final String MARKS = DOCUMENT + "/users/ann";

    /// The calls with a JSON body, and its schema.
    private static final Map<String, String> BODIES =
            Map.of("PATCH " + DOCUMENT, "Patch", "PUT " + MARKS, "MarksChange");

    @TempDir
    Path folder;

    private ApiServer server;
    private Caller ann;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new ApiServer(folder);
        ann = server.as(TestRealm.EDITOR);
        server.save(Samples.document(1, "title"));
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    private Answer call(Caller caller, String call, byte[] body) {
        String[] words = call.split(" ", 2);
        return caller.send(words[0], words[1], body);
    }

    private Answer json(String call, String body) {
        return call(ann.with("Content-Type", "application/json"), call, body.getBytes(StandardCharsets.UTF_8));
    }

    private List<JsonNode> state() {
        return List.of(ann.get(DOCUMENT).body(), ann.get(MARKS).body());
    }

    @Test
    void everyFieldTakesExactlyWhatItsSchemaSays() {
        List<String> wrong = new ArrayList<>();
        BODIES.forEach((call, schema) -> Described.DOCUMENT
                .at("/components/schemas/" + schema + "/properties")
                .propertyNames()
                .forEach(field -> StrangeJson.VALUES.forEach(value -> {
                    String body = "{\"" + field + "\": " + value + "}";
                    int expected = isDescribed(schema, body) ? 200 : 422;
                    int status = json(call, body).status();
                    if (status != expected) {
                        wrong.add(call + " " + body + " is answered with " + status);
                    }
                })));
        assertEquals(List.of(), wrong);
    }

    private static boolean isDescribed(String schema, String body) {
        JsonNode value = Json.tree(body.getBytes(StandardCharsets.UTF_8));
        return Described.errors(Described.schema(schema), value).isEmpty();
    }

    @Test
    void whatIsNotDescribedChangesNothing() {
        List<JsonNode> before = state();
        BODIES.forEach((call, schema) -> StrangeJson.VALUES.stream()
                .map(value -> "{\"private\": true, \"favorite\": true, \"colour\": " + value + "}")
                .forEach(body -> assertEquals(422, json(call, body).status(), body)));
        assertEquals(before, state());
    }

    @Test
    void aBodyThatIsNoJsonObjectIsRefused() throws IOException {
        Map<String, Integer> bodies = new LinkedHashMap<>();
        Stream.of(
                        "",
                        " ",
                        "{",
                        "}",
                        "{}}",
                        "{} {}",
                        "{'a': 1}",
                        "{/* */}",
                        "{\"a\": NaN}",
                        "{\"a\": 01}",
                        "{\"a\": }",
                        "x")
                .forEach(body -> bodies.put(body, 400));
        bodies.put("{\"private\": true, \"private\": true}", 400);
        bodies.put("{\"favorite\": {\"a\": 1, \"a\": 1}}", 400);
        bodies.put("{\"addTitle\": \"\0\"}", 400);
        bodies.put("{\"addTitle\": \"\\ud83d\\uq\"}", 400);
        Stream.of("[]", "null", "7", "\"x\"", "true").forEach(body -> bodies.put(body, 422));
        bodies.put("[".repeat(100_000), 422);
        bodies.put("{\"a\":".repeat(1000) + "1" + "}".repeat(1000), 422);
        bodies.put("{\"rating\": " + "9".repeat(2000) + "}", 422);
        bodies.put("{\"focal\": [0." + "3".repeat(2000) + ", 0]}", 422);
        bodies.put("{\"" + "n".repeat(2000) + "\": 1}", 422);
        bodies.put("{\"addTitle\": \"" + "x".repeat(1 << 20) + "\"}", 413);
        bodies.put(" ".repeat(1 << 20) + "{}", 413);
        List<JsonNode> before = state();
        for (String call : BODIES.keySet()) {
            bodies.forEach((body, status) -> assertEquals(
                    status,
                    json(call, body).status(),
                    () -> call + " " + body.substring(0, Math.min(99, body.length()))));
            Caller caller = ann.with("Content-Type", "application/json");
            call(caller, call, new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'})
                    .is(400);
            call(caller, call, gzip("{}")).is(400);
        }
        assertEquals(before, state());
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    @Test
    void aBodyOfAnotherTypeIsRefused() {
        for (String call : BODIES.keySet()) {
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            call(ann, call, body).is(415);
            for (String type :
                    List.of("text/plain", "application/x-www-form-urlencoded", "application/jsonx", ";", "x")) {
                call(ann.with("Content-Type", type), call, body).is(415);
            }
            for (String type : List.of("application/json;charset=utf-8", "Application/JSON")) {
                call(ann.with("Content-Type", type), call, body).is(200);
            }
        }
    }

    @Test
    void namesThatNobodyKnowsAreRepeatedHarmlessly() {
        for (String name : List.of("<script>alert(1)</script>", "a\\nb", "\\u2028", "\\u0000")) {
            Answer answer = json("PATCH " + DOCUMENT, "{\"" + name + "\": 1}").is(422);
            assertEquals("application/problem+json", answer.type());
            assertEquals("nosniff", answer.header("X-Content-Type-Options"));
            assertEquals(1, answer.text("detail").lines().count());
        }
        Answer parameter = ann.get("/api/images?%3Cscript%3E%0Ax=1").is(422);
        assertEquals("there is no parameter '<script>?x'", parameter.text("detail"));
    }

    @Test
    void textsOfAnyKindComeBack() {
        List<String> texts = List.of(
                "<script>alert('x')</script>",
                "\u05E9\u05DC\u05D5\u05DD \u202Eright to left",
                "\uD83D\uDE80 \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67",
                "'); DROP TABLE image; --",
                "\\ \" / {0} ${x} %s");
        for (String text : texts) {
            ObjectNode body = Json.object().put("addTitle", text);
            assertEquals(
                    text,
                    ann.patch(Samples.id(1).text(), Json.text(body))
                            .is(200)
                            .texts("titles")
                            .getLast());
        }
        String control = "{\"addTitle\": \"\\u0000a\\u0000b\\r\\nc\\ud800\\u0007d\\u0085\"}";
        assertEquals(
                "a b c\uFFFD d",
                json("PATCH " + DOCUMENT, control).is(200).texts("titles").getLast());
    }

    @Test
    void halfCharactersInReferencesBecomeWholeOnes() {
        Answer answer = json("PATCH " + DOCUMENT, "{\"addReferences\": {\"k\": [\"a\\ud800b\"]}}")
                .is(200);
        assertEquals("a\uFFFDb", answer.body().at("/references/k/0").asString());
    }

    @Test
    void everyCallRefusesParametersThatItDoesNotKnow() {
        Caller root = server.as(TestRealm.ADMIN);
        for (Route route : server.parts.routes()) {
            String path = route.template()
                    .replace("{id}", Samples.id(1).text())
                    .replace("{user}", "root")
                    .replace("{n}", "1");
            assertEquals(
                    422,
                    root.send(route.method(), "/api" + path + "?colour=red").status(),
                    route.method() + " " + route.template());
        }
        root.get(DOCUMENT).is(200);
    }

    @Test
    void everyCallWithAnIdRefusesWhatIsNone() {
        Caller root = server.as(TestRealm.ADMIN);
        List<String> ids =
                List.of("x", "..%3B", Samples.id(1) + "0", "%F0%9F%9A%80", "%27", "-", "%3Cb%3E", "a".repeat(2000));
        for (Route route : server.parts.routes()) {
            if (route.template().contains("{id}")) {
                for (String id : ids) {
                    String path = route.template().replace("{id}", id).replace("{user}", "root");
                    Answer answer = root.json(route.method(), "/api" + path, "{}");
                    assertEquals(404, answer.status(), route.method() + " " + path);
                    assertFalse(answer.text("detail").contains(id), answer.text("detail"));
                }
            }
        }
    }

    @Test
    void aCatalogThatIsDownIsToldByEveryCall() {
        server.catalog.fails();
        Caller root = server.as(TestRealm.ADMIN);
        for (Route route : server.parts.routes()) {
            String path = route.template()
                    .replace("{id}", Samples.id(1).text())
                    .replace("{user}", "root")
                    .replace("{n}", "1");
            boolean asksTheCatalog = path.contains("/images/") && !path.endsWith("/renditions");
            if (asksTheCatalog || path.equals("/tags")) {
                Answer answer = root.json(route.method(), "/api" + path, "{}");
                assertEquals(503, answer.status(), route.method() + " " + path);
                assertTrue(answer.header("Retry-After").matches("[0-9]+"), route.template());
            }
        }
    }
}
