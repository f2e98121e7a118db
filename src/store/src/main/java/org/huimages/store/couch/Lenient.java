package org.huimages.store.couch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Looks into documents in which other programs may have written anything: what has not the form that it should
/// have is as if it were not there.
final class Lenient {
    private Lenient() {}

    static Optional<String> text(JsonObject tree, String name) {
        return Optional.ofNullable(tree.get(name)).flatMap(Lenient::text);
    }

    private static Optional<String> text(JsonElement value) {
        return value instanceof JsonPrimitive primitive && primitive.isString()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    /// A text or a number, as a text.
    static Optional<String> scalar(JsonObject tree, String name) {
        return tree.get(name) instanceof JsonPrimitive primitive && !primitive.isBoolean()
                ? Optional.of(primitive.getAsString())
                : Optional.empty();
    }

    /// A whole number of at least `least` and at most `most`.
    static Optional<Long> number(JsonObject tree, String name, long least, long most) {
        try {
            return Optional.ofNullable(tree.get(name))
                    .filter(value -> value instanceof JsonPrimitive primitive && primitive.isNumber())
                    .map(value -> new BigDecimal(value.getAsString()).longValueExact())
                    .filter(number -> number >= least && number <= most);
        } catch (ArithmeticException | NumberFormatException other) {
            return Optional.empty();
        }
    }

    static boolean flag(JsonObject tree, String name) {
        return new JsonPrimitive(true).equals(tree.get(name));
    }

    static Optional<JsonObject> object(JsonObject tree, String name) {
        return Optional.ofNullable(tree.get(name))
                .filter(JsonElement::isJsonObject)
                .map(JsonElement::getAsJsonObject);
    }

    /// The values of a list, or the one value that stands where a list should be.
    static Stream<JsonElement> values(JsonElement value) {
        return value instanceof JsonArray array ? StreamSupport.stream(array.spliterator(), false) : Stream.of(value);
    }

    /// The texts of a list, or the one text that stands where a list should be.
    static List<String> texts(JsonObject tree, String name) {
        return Stream.ofNullable(tree.get(name))
                .flatMap(Lenient::values)
                .flatMap(value -> text(value).stream())
                .toList();
    }

    static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }
}
