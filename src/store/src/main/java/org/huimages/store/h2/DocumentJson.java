package org.huimages.store.h2;

import java.util.List;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Timestamp;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Documents as the text that lies in the table. The names are those of CouchDB's documents.
final class DocumentJson {
    private static final JsonMapper JSON = JsonMapper.shared();

    private DocumentJson() {}

    static String write(ImageDocument document) {
        ObjectNode node = JSON.createObjectNode()
                .put("content_type", document.format().mediaType())
                .put("width", document.dimensions().width())
                .put("height", document.dimensions().height())
                .put("orientation", document.orientation().exif())
                .put("length", document.length())
                .put("sha256", document.sha256())
                .put("filename", document.filename())
                .put("ctime", document.created().text())
                .put("mtime", document.modified().text());
        document.titles().forEach(node.putArray("title")::add);
        return JSON.writeValueAsString(node);
    }

    static ImageDocument read(ImageId id, String text) {
        JsonNode node = JSON.readTree(text);
        return new ImageDocument(
                id,
                ImageFormat.ofMediaType(node.get("content_type").asString()).orElseThrow(),
                new Dimensions(node.get("width").asInt(), node.get("height").asInt()),
                Orientation.ofExif(node.get("orientation").asInt()),
                node.get("length").asLong(),
                node.get("sha256").asString(),
                node.get("filename").asString(),
                titles(node),
                new Timestamp(node.get("ctime").asString()),
                new Timestamp(node.get("mtime").asString()));
    }

    private static List<String> titles(JsonNode node) {
        return node.get("title").valueStream().map(JsonNode::asString).toList();
    }
}
