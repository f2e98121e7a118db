package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.JsonText;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPartsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.50",
                "1E3",
                "-0",
                "-0.0",
                "1e-7",
                "123456789012345678901234567890.5",
                "1e1000000000",
                "true",
                "null",
                "\"\"",
                "\"a\"",
                "[]",
                "{}",
                "[1.0,[2.00,{\"a\":{\"b\":[]}}]]",
                "{\"a\":null,\"b\":\"\u00fc\"}",
                "\"\\\\ \\\" \\n\"",
                "\"\uD83D\uDE80\""
            })
    void aValueStaysAsItWasWritten(String json) {
        assertEquals(new JsonText(json), JsonParts.valueOrString(json));
        assertEquals(json, member("{\"m\":" + json + "}"));
    }

    private static String member(String object) {
        return JsonParts.members(object.getBytes(StandardCharsets.UTF_8))
                .firstEntry()
                .getValue()
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "' { \"a\" : [ 1.50 , 2 ] } ' | '{\"a\":[1.50,2]}'",
                "'\"\\u00fc\\u0041\\/\"'       | '\"\u00fcA/\"'",
                "'\"a\\ud800b\"'               | '\"a\uFFFDb\"'",
                "'{\"a\":\"\\udc00\"}'          | '{\"a\":\"\uFFFD\"}'"
            })
    void blanksAndEscapesThatMeanNothingGo(String given, String kept) {
        assertEquals(kept, JsonParts.valueOrString(given).text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "text", "1.50 EUR", "01", "{a: 1}", "{\"a\": 1, \"a\": 2}", "[1", "'x'", "NaN", "1 2"})
    void whatIsNoJsonIsAString(String text) {
        JsonText string = JsonParts.valueOrString(text);
        assertEquals(text, JsonParts.tree(string).stringValue());
    }

    @Test
    void tooDeepIsNeitherAValueNorAString() {
        Failure failure = assertThrows(FailureException.class, () -> JsonParts.valueOrString("[".repeat(1000)))
                .failure();
        assertInstanceOf(Failure.Unprocessable.class, failure);
    }

    @Test
    void membersKeepTheirOrder() {
        byte[] json = "{\"b\": 1, \"a\": [1, 2], \"c\": {}}".getBytes(StandardCharsets.UTF_8);
        assertEquals(List.of("b", "a", "c"), List.copyOf(JsonParts.members(json).keySet()));
        assertEquals(new JsonText("[1,2]"), JsonParts.members(json).get("a"));
    }

    @Test
    void elementsAreThoseOfAnArrayAlone() {
        assertEquals(
                Optional.of(List.of(new JsonText("1.0"), new JsonText("[2,[]]"), new JsonText("null"))),
                JsonParts.elements(new JsonText("[1.0,[2,[]],null]")));
        assertEquals(Optional.of(List.of()), JsonParts.elements(new JsonText("[]")));
        assertEquals(Optional.empty(), JsonParts.elements(new JsonText("{}")));
        assertEquals(Optional.empty(), JsonParts.members(new JsonText("[]")));
    }

    @Test
    void otherEncodingsOfUnicodeAreRead() {
        assertEquals(
                new JsonText("\"\u00fc\""),
                JsonParts.members("{\"a\": \"\u00fc\"}".getBytes(StandardCharsets.UTF_16BE))
                        .get("a"));
    }
}
