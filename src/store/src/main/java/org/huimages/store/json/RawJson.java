package org.huimages.store.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.huimages.catalog.JsonText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Values in a document that are kept as they were written, which a tree would not do (`1e5`, `1.0`).
final class RawJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RawJson() {}

    /// Puts an object with these members into a document, if there are any.
    static void put(ObjectNode document, String name, Map<String, JsonText> members) {
        if (!members.isEmpty()) {
            ObjectNode node = document.putObject(name);
            members.forEach((member, value) -> node.putRawValue(member, new RawValue(value.text())));
        }
    }

    /// The members of the object that a document has under this name.
    ///
    /// @param document a whole one, which has it
    static SortedMap<String, JsonText> read(String document, String name) {
        return members(document, name, parser -> value(parser, document));
    }

    /// The same, where each member is an array: its elements.
    static SortedMap<String, List<JsonText>> readArrays(String document, String name) {
        return members(document, name, parser -> elements(parser, document));
    }

    /// @param value reads one, which begins where the parser is, to its end
    private static <T> SortedMap<String, T> members(String document, String name, Function<JsonParser, T> value) {
        try (JsonParser parser = JSON.createParser(document)) {
            parser.nextToken();
            while (!name.equals(parser.nextName())) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
            TreeMap<String, T> members = new TreeMap<>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String member = parser.currentName();
                parser.nextToken();
                members.put(member, value.apply(parser));
            }
            return members;
        }
    }

    private static List<JsonText> elements(JsonParser parser, String document) {
        List<JsonText> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, document));
        }
        return elements;
    }

    /// The value that begins here; the parser is at its end afterwards.
    private static JsonText value(JsonParser parser, String text) {
        int begin = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        int end = (int) parser.currentLocation().getCharOffset();
        return new JsonText(text.substring(begin, end));
    }
}
