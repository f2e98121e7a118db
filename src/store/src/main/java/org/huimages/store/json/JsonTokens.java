package org.huimages.store.json;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// JSON read token by token, for what is read often: a list has fifty documents, and as many lists of tags.
public final class JsonTokens {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonTokens() {}

    /// A parser that cannot read trees, which spares each document a context for them.
    static JsonParser parser(String text) {
        return JSON.createParser(ObjectReadContext.empty(), text);
    }

    /// The strings of an array, in their order.
    public static List<String> strings(String array) {
        try (JsonParser parser = parser(array)) {
            parser.nextToken();
            return strings(parser);
        }
    }

    /// The same.
    ///
    /// @param parser where the array begins; at its end afterwards
    static List<String> strings(JsonParser parser) {
        List<String> strings = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            strings.add(parser.getString());
        }
        return strings;
    }
}
