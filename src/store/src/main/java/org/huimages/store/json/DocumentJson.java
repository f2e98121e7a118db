package org.huimages.store.json;

import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.url.ImageId;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Documents as the text that lies in the table of the embedded catalog, and in exports. The names are those of
/// CouchDB's documents. What is as with most pictures is left out.
public final class DocumentJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    static final String REFERENCES = "references";
    static final String OTHERS = "others";

    private DocumentJson() {}

    public static String write(ImageDocument document) {
        ObjectNode node = JSON.createObjectNode();
        document.facts().ifPresent(facts -> putFacts(node, facts));
        putDescription(node, document.description());
        node.put("ctime", document.created().text());
        node.put("mtime", document.modified().text());
        node.put("uploaded_by", document.uploader());
        putFocus(node, document.focus());
        putState(node, document.state());
        RawJson.put(node, OTHERS, document.others());
        return JSON.writeValueAsString(node);
    }

    private static void putFacts(ObjectNode node, Facts facts) {
        node.put("content_type", facts.format().mediaType());
        node.put("width", facts.dimensions().width());
        node.put("height", facts.dimensions().height());
        node.put("orientation", facts.orientation().exif());
        node.put("length", facts.length());
        node.put("sha256", facts.sha256());
        facts.placeholder().ifPresent(placeholder -> node.put("placeholder", placeholder.uri()));
    }

    private static void putDescription(ObjectNode node, Description description) {
        node.put("filename", description.filename());
        description.titles().forEach(node.putArray("title")::add);
        description.types().forEach(node.putArray("types")::add);
        ObjectNode references = node.putObject(REFERENCES);
        description.references().forEach((key, values) -> {
            ArrayNode array = references.putArray(key);
            values.forEach(value -> array.addRawValue(new RawValue(value.text())));
        });
    }

    private static void putFocus(ObjectNode node, Focus focus) {
        focus.point().ifPresent(point -> node.putArray("focal").add(point.x()).add(point.y()));
        if (focus.revision() != 0) {
            node.put("focalRev", focus.revision());
        }
    }

    private static void putState(ObjectNode node, State state) {
        if (state.hidden()) {
            node.put("private", true);
        }
        if (state.unlisted() || state.tombstone().isPresent()) {
            node.put("deleted", true);
        }
        state.tombstone().ifPresent(tombstone -> {
            ObjectNode stone = node.putObject("tombstone")
                    .put("when", tombstone.when().text())
                    .put("why", tombstone.why())
                    .put("by", tombstone.by())
                    .put("erased", tombstone.erased());
            if (state.unlisted()) {
                stone.put("unlisted", true);
            }
        });
        state.broken()
                .ifPresent(broken -> node.putObject("broken")
                        .put("when", broken.when().text())
                        .put("why", broken.why()));
    }

    /// @param text what [#write] wrote, or the first release, which knew neither types nor references, focus, state
    /// and uploader; before version 3 there were no placeholders
    public static ImageDocument read(ImageId id, String text) {
        try (JsonParser parser = JsonTokens.parser(text)) {
            return new DocumentReader(parser, text).read(id);
        }
    }
}
