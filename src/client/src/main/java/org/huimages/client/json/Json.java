package org.huimages.client.json;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A JSON value (RFC 8259), immutable. Numbers keep the form in which they were written.
public sealed interface Json {

    /// The value that `text` holds.
    ///
    /// @throws IllegalArgumentException if it is not JSON, or nested deeper than 100 levels
    static Json parse(String text) {
        return new JsonParser(text).document();
    }

    /// As it stands in a document. The inverse of [#parse].
    String text();

    /// A member of an object; empty if it is not there or null, and for any other value.
    default Optional<Json> get(String name) {
        return Optional.empty();
    }

    /// The elements of an array; none for any other value.
    default List<Json> elements() {
        return List.of();
    }

    /// The characters of a string; the text of any other value.
    default String plain() {
        return text();
    }

    static Json of(String text) {
        return new Text(text);
    }

    static Json of(boolean value) {
        return new Literal(Boolean.toString(value));
    }

    static Json of(long value) {
        return new Literal(Long.toString(value));
    }

    /// An array of strings.
    static Json of(Collection<String> texts) {
        return new Array(texts.stream().map(Json::of).toList());
    }

    static Json nothing() {
        return new Literal("null");
    }

    /// A number, `true`, `false` or `null`, as it was written.
    record Literal(String text) implements Json {}

    /// @param value its characters
    record Text(String value) implements Json {
        @Override
        public String text() {
            return JsonText.quoted(value);
        }

        @Override
        public String plain() {
            return value;
        }
    }

    record Array(List<Json> elements) implements Json {
        public Array {
            elements = List.copyOf(elements);
        }

        @Override
        public String text() {
            return elements.stream().map(Json::text).collect(Collectors.joining(",", "[", "]"));
        }
    }

    /// @param members in the order in which they stand
    record Members(Map<String, Json> members) implements Json {
        private static final Json NULL = nothing();

        public Members {
            members = new LinkedHashMap<>(members);
        }

        @Override
        public Map<String, Json> members() {
            return new LinkedHashMap<>(members);
        }

        @Override
        public Optional<Json> get(String name) {
            return Optional.ofNullable(members.get(name)).filter(value -> !value.equals(NULL));
        }

        @Override
        public String text() {
            return members.entrySet().stream()
                    .map(member -> JsonText.quoted(member.getKey()) + ":"
                            + member.getValue().text())
                    .collect(Collectors.joining(",", "{", "}"));
        }
    }
}
