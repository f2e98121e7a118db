package org.huimages.webapp.http;

import java.util.SequencedMap;
import java.util.stream.Collectors;
import tools.jackson.core.io.JsonStringEncoder;

/// Objects of nothing but texts, without Jackson's mapper: that is five hundred classes, and nobody has to wait for
/// them who asks whether the server is ready.
public final class JsonTexts {
    private JsonTexts() {}

    /// @param texts by name, in the order in which they are written
    /// @return one line, as [Json#text] would write it
    public static String object(SequencedMap<String, String> texts) {
        return texts.entrySet().stream()
                .map(text -> quoted(text.getKey()) + ":" + quoted(text.getValue()))
                .collect(Collectors.joining(",", "{", "}\n"));
    }

    private static String quoted(String text) {
        return "\"" + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + "\"";
    }
}
