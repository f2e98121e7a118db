package org.huimages.client.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
    @Property
    void anyTextComesBackAsItWas(@ForAll String text) {
        assertEquals(text, Json.parse(Json.of(text).text()).plain());
        Json object =
                Json.parse("{" + Json.of(text).text() + ":[" + Json.of(text).text() + "]}");
        assertEquals(List.of(Json.of(text)), object.get(text).orElseThrow().elements());
        assertEquals(object, Json.parse(object.text()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400", "-0.50", "9007199254740993", "true", "null", "[]", "{}", "[1,{\"a\":null}]"})
    void valuesKeepTheirForm(String text) {
        assertEquals(text, Json.parse("  " + text + "\n").text());
    }

    @Test
    void escapesAreUnderstood() {
        assertEquals(
                "\"\\/\b\f\n\r\t\u00e9\ud83d\ude00",
                Json.parse("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00E9\\ud83d\\ude00\"")
                        .plain());
    }

    @Test
    void whatIsNullOrMissingIsNotThere() {
        Json object = Json.parse("{\"a\": null, \"b\": 1}");
        assertEquals(Optional.empty(), object.get("a"));
        assertEquals(Optional.empty(), object.get("c"));
        assertEquals(Optional.empty(), Json.of("text").get("a"));
        assertEquals(List.of(), object.elements());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[1",
                "[1,]",
                "{\"a\"}",
                "{\"a\":}",
                "{a:1}",
                "{\"a\":1,}",
                "tru",
                "01",
                "1.",
                "+1",
                "\"",
                "\"\\x\"",
                "\"\\u12\"",
                "\"a\nb\"",
                "1 2",
                "<html>",
                "NaN",
                "{\"a\" 1}",
                "[1 2]",
                "\"\\"
            })
    void whatIsNoJsonIsSaidToBeNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.parse(text));
    }

    @Test
    void endlessNestingIsRefused() {
        assertEquals(99, Json.parse("[".repeat(99) + "]".repeat(99)).text().length() / 2);
        assertThrows(IllegalArgumentException.class, () -> Json.parse("[".repeat(100_000)));
    }
}
