package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Addresses and parameters, call by call.
abstract class BadParameters {
    private static final String NO_PICTURE = "A".repeat(32) + "01";
    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "x",
            "0",
            "-1",
            "1.5",
            "201",
            "1e400",
            "2147483648",
            "true",
            "null",
            "[]",
            "{\"a\":",
            "now",
            "newest",
            "\0",
            "a\r\nSet-Cookie: a=b",
            "<script>alert('x')</script>",
            "\u202Eright to left\u202C \u05E9\u05DC\u05D5\u05DD",
            "\uD83D\uDC69\u200D\uD83D\uDC67",
            "'; DROP TABLE picture; --",
            "%s{0}${x}",
            "../../etc/passwd",
            "A".repeat(34),
            "w ".repeat(3000),
            "x".repeat(8000));

    private final Api root;
    private final String id;

    BadParameters(Api api, String id) {
        this.root = api.as(User.ADMIN);
        this.id = id;
    }

    /// Each parameter of each call.
    private void each(BiConsumer<Operation, JsonNode> test) {
        root.description()
                .operations()
                .forEach((call, operation) -> operation
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> "query".equals(parameter.get("in").asString()))
                        .forEach(parameter -> test.accept(Operation.of(call), parameter)));
    }

    /// A call where what is right does no harm.
    private record Operation(String call, String method, String path) {
        static Operation of(String call) {
            String[] words = call.replace("{id}", NO_PICTURE)
                    .replace("{user}", "root")
                    .replace("{n}", "1")
                    .split(" ", 2);
            return new Operation(call, words[0], "/api" + words[1]);
        }

        Answer with(Api api, String query) {
            boolean upload = "POST /images".equals(call);
            return (upload ? api.with("Content-Type", "image/jpeg") : api)
                    .send(method, path + query, upload ? new byte[] {1} : new byte[0]);
        }
    }

    private static String name(JsonNode parameter) {
        return parameter.get("name").asString().replace("{key}", "k");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Test
    void aValueThatIsNotDescribedIsRefused() {
        List<String> wrong = new ArrayList<>();
        each((operation, parameter) -> TEXTS.forEach(text -> {
            int status = operation
                    .with(root, "?" + name(parameter) + "=" + encoded(text))
                    .status();
            boolean described = isDescribed(parameter.get("schema"), text);
            if (status >= 500 || (!described && status != 422)) {
                wrong.add(operation.call + "?" + name(parameter) + "=" + encoded(text) + " is answered with " + status);
            }
        }));
        assertEquals(List.of(), wrong);
    }

    /// Texts are described as what they look like: `7` as a number where one is wanted.
    private boolean isDescribed(JsonNode schema, String text) {
        boolean number = text.matches("-?[0-9]{1,18}")
                && "integer".equals(schema.path("type").asString(""));
        boolean list = "array".equals(schema.path("type").asString(""));
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        JsonNode value = number ? nodes.numberNode(Long.parseLong(text)) : nodes.stringNode(text);
        return root.description()
                .errors(schema, list ? nodes.arrayNode().add(value) : value)
                .isEmpty();
    }

    @Test
    void whatIsOneThingIsGivenOnce() {
        SortedSet<String> wrong = new TreeSet<>();
        each((operation, parameter) -> {
            boolean several = "array".equals(parameter.at("/schema/type").asString(""))
                    || name(parameter).equals("tags");
            String pair = name(parameter) + "=" + encoded(example(parameter));
            int status = operation.with(root, "?" + pair + "&" + pair).status();
            if (several == (status == 422)) {
                wrong.add(operation.call + "?" + pair + " twice is answered with " + status);
            }
        });
        assertEquals(new TreeSet<>(), wrong);
    }

    private static String example(JsonNode parameter) {
        String possible = parameter.at("/schema/enum/0").asString("1");
        return switch (name(parameter)) {
            case "timestamp" -> "2009-01-29T23:59:59Z";
            case "after", "ids" -> NO_PICTURE;
            default -> possible;
        };
    }

    @Test
    void unknownAndMissingParametersAreTold() {
        root.description().operations().keySet().forEach(call -> {
            Answer answer = Operation.of(call).with(root, "?%3Cb%3E%0A=1").is(422);
            assertTrue(answer.text("detail").contains("'<b>?'"), answer.raw());
        });
        root.get("/api/explain").is(422);
    }

    @Test
    void anIdThatIsNoneIsMissing() {
        List<String> ids = List.of(
                "x", "-", "%F0%9F%9A%80", "%3Cb%3E", "%27", id + "0", id.toLowerCase(Locale.ROOT), "a".repeat(7000));
        root.description().operations().keySet().stream()
                .filter(call -> call.contains("{id}"))
                .map(call -> call.replace("{user}", "root").split(" ", 2))
                .forEach(words -> ids.forEach(bad -> root.json(words[0], "/api" + words[1].replace("{id}", bad), "{}")
                        .is(404)));
    }

    @Test
    void aJobsNumberThatIsNoneIsMissing() {
        List<String> numbers = List.of("x", "-1", "1.5", "0", "9".repeat(18), "9".repeat(40), "%F0%9F%9A%80");
        root.description().operations().keySet().stream()
                .filter(call -> call.contains("{n}"))
                .map(call -> call.split(" ", 2))
                .forEach(words -> numbers.forEach(bad -> root.send(words[0], "/api" + words[1].replace("{n}", bad))
                        .is(404)));
    }

    @Test
    void aUserMayHaveAnyNameThatIsOneLine() {
        String marks = "/api/images/" + id + "/users/";
        for (String name : List.of("%3Cb%3E", "%E2%80%AEx", "a%3Bb", "%27", "%F0%9F%9A%80", "..a", "x.jsp")) {
            assertEquals(
                    root.json("PUT", marks + name, "{\"rating\": 5}").is(200).body(),
                    root.get(marks + name).is(200).body());
            root.json("PUT", marks + name, "{\"rating\": null}").is(200);
        }
        root.get(marks + "a%0Ab").is(422);
        root.get(marks + "u".repeat(201)).is(422);
        root.get(marks).is(422);
        root.get(marks + "a/b").is(404);
        for (String name : List.of("a%00b", "a%2Fb", "a%5Cb", "%ED%A0%80", "%FF")) {
            assertTomcatRefuses(root.sendUnchecked("GET", marks + name, new byte[0]));
        }
    }

    @Test
    void queriesOfAnyLengthAreAnswered() {
        root.get("/api/images?" + "a=1&".repeat(1200)).is(400);
        root.get("/api/images?tag=%ED%A0%80").is(400);
        root.get("/api/images?q=" + words(4000)).is(200);
        assertTomcatRefuses(root.sendUnchecked("GET", "/api/images?q=" + "x".repeat(20_000), new byte[0]));
    }

    /// All different.
    private static String words(int length) {
        return Stream.iterate(0, number -> number + 1)
                .map(number -> Integer.toString(number, Character.MAX_RADIX))
                .limit(length)
                .collect(Collectors.joining("+"))
                .substring(0, 3 * length);
    }

    /// What never reaches the application is refused without a word on the inside.
    private static void assertTomcatRefuses(Answer answer) {
        answer.is(400);
        assertTrue(!answer.raw().contains("Tomcat") && !answer.raw().contains("Exception"), answer.raw());
    }
}
