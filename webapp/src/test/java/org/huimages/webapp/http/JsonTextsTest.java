package org.huimages.webapp.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class JsonTextsTest {
    @Test
    void anObjectOfTextsIsWrittenAsTheMapperWouldWriteIt() {
        SequencedMap<String, String> texts = new LinkedHashMap<>();
        ObjectNode object = Json.object();
        assertEquals(Json.text(object), JsonTexts.object(texts));
        texts.put("status", "down");
        texts.put("an \"original\"", "a \\ and a\nline\u0001, äöü €");
        texts.forEach(object::put);
        assertEquals(Json.text(object), JsonTexts.object(texts));
    }
}
