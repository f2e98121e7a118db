package org.huimages.store.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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
        try (JsonParser parser = JSON.createParser(document)) {
            parser.nextToken();
            while (!name.equals(parser.nextName())) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
            return members(parser, document);
        }
    }

    private static SortedMap<String, JsonText> members(JsonParser parser, String document) {
        TreeMap<String, JsonText> members = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser, document));
        }
        return members;
    }

    /// The elements of an array.
    static List<JsonText> elements(JsonText array) {
        List<JsonText> elements = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(array.text())) {
            parser.nextToken();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(value(parser, array.text()));
            }
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
