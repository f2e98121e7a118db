package org.huimages.store.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.huimages.catalog.JsonText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Values in a document that are kept as they were written, which a tree would not do (`1e5`, `1.0`).
final class RawJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private RawJson() {}

    /// The value that begins where the parser is, which is at its end afterwards.
    static JsonNode tree(JsonParser parser, String document) {
        return JSON.readTree(value(parser, document).text());
    }

    /// Puts an object with these members into a document, if there are any.
    static void put(ObjectNode document, String name, Map<String, JsonText> members) {
        if (!members.isEmpty()) {
            ObjectNode node = document.putObject(name);
            members.forEach((member, value) -> node.putRawValue(member, new RawValue(value.text())));
        }
    }

    /// The members of an object.
    ///
    /// @param parser where it begins; at its end afterwards
    /// @param document what the parser reads
    static SortedMap<String, JsonText> members(JsonParser parser, String document) {
        return members(parser, () -> value(parser, document));
    }

    /// The same, where each member is an array: its elements.
    static SortedMap<String, List<JsonText>> arrays(JsonParser parser, String document) {
        return members(parser, () -> elements(parser, document));
    }

    /// @param value reads one, which begins where the parser is, to its end
    private static <T> SortedMap<String, T> members(JsonParser parser, Supplier<T> value) {
        TreeMap<String, T> members = new TreeMap<>();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            members.put(name, value.get());
        }
        return members;
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
