package org.huimages.store.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.huimages.catalog.JsonText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// The references in a document: any values, kept as they were written, which a tree would not do (`1e5`, `1.0`).
final class ReferencesJson {
    private static final String NAME = "references";
    private static final JsonMapper JSON = JsonMapper.shared();

    private ReferencesJson() {}

    static void put(ObjectNode document, Map<String, List<JsonText>> references) {
        ObjectNode node = document.putObject(NAME);
        references.forEach((key, values) -> {
            ArrayNode array = node.putArray(key);
            values.forEach(value -> array.addRawValue(new RawValue(value.text())));
        });
    }

    /// @param document a whole one, which has references
    static SequencedMap<String, List<JsonText>> read(String document) {
        try (JsonParser parser = JSON.createParser(document)) {
            parser.nextToken();
            while (!NAME.equals(parser.nextName())) {
                parser.nextToken();
                parser.skipChildren();
            }
            parser.nextToken();
            return byKey(parser, document);
        }
    }

    private static SequencedMap<String, List<JsonText>> byKey(JsonParser parser, String document) {
        TreeMap<String, List<JsonText>> references = new TreeMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String key = parser.currentName();
            parser.nextToken();
            references.put(key, values(parser, document));
        }
        return references;
    }

    private static List<JsonText> values(JsonParser parser, String document) {
        List<JsonText> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int begin = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            parser.finishToken();
            int end = (int) parser.currentLocation().getCharOffset();
            values.add(new JsonText(document.substring(begin, end)));
        }
        return values;
    }
}
