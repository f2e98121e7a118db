package org.huimages.store.json;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Broken;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Placeholder;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.header.Orientation;
import org.huimages.pixel.Focal;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/// Documents as the text that lies in the table of the embedded catalog, and in exports. The names are those of
/// CouchDB's documents. What is as with most
/// pictures is left out.
public final class DocumentJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String REFERENCES = "references";
    private static final String OTHERS = "others";

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
        JsonNode node = JSON.readTree(text);
        return new ImageDocument(
                id,
                facts(node),
                description(node, text),
                new Timestamp(node.get("ctime").asString()),
                new Timestamp(node.get("mtime").asString()),
                focus(node),
                state(node),
                node.path("uploaded_by").asString(""),
                node.has(OTHERS) ? RawJson.read(text, OTHERS) : Collections.emptySortedMap());
    }

    private static Optional<Facts> facts(JsonNode node) {
        return node.optional("content_type")
                .flatMap(type -> ImageFormat.ofMediaType(type.asString()))
                .map(format -> facts(node, format));
    }

    private static Facts facts(JsonNode node, ImageFormat format) {
        return new Facts(
                format,
                new Dimensions(node.get("width").asInt(), node.get("height").asInt()),
                Orientation.ofExif(node.get("orientation").asInt()),
                node.get("length").asLong(),
                node.get("sha256").asString(),
                node.optional("placeholder").map(JsonNode::asString).flatMap(Placeholder::parse));
    }

    private static Description description(JsonNode node, String text) {
        return new Description(
                node.get("filename").asString(),
                strings(node.path("title")),
                strings(node.path("types")),
                node.path(REFERENCES).isEmpty() ? Description.NONE.references() : RawJson.readArrays(text, REFERENCES));
    }

    private static List<String> strings(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).toList();
    }

    private static Focus focus(JsonNode node) {
        Optional<Focal> point = node.optional("focal")
                .map(at -> new Focal(at.get(0).asDouble(), at.get(1).asDouble()));
        return new Focus(point, node.path("focalRev").asInt(0));
    }

    private static State state(JsonNode node) {
        return new State(
                node.path("private").asBoolean(false),
                (node.has("tombstone") ? node.get("tombstone").path("unlisted") : node.path("deleted"))
                        .asBoolean(false),
                node.optional("tombstone").map(DocumentJson::tombstone),
                node.optional("broken")
                        .map(broken ->
                                new Broken(when(broken), broken.get("why").asString())));
    }

    private static Tombstone tombstone(JsonNode node) {
        return new Tombstone(
                when(node),
                node.get("why").asString(),
                node.get("by").asString(),
                node.get("erased").asBoolean());
    }

    private static Timestamp when(JsonNode node) {
        return new Timestamp(node.get("when").asString());
    }
}
