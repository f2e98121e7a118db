package org.huimages.store.json;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.huimages.catalog.Broken;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Placeholder;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.header.Orientation;
import org.huimages.pixel.Focal;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;

/// Reads one document, in one go and without a tree of it: a list reads fifty, and half of what it would leave to be
/// collected were those trees. Members that it does not know are passed over.
final class DocumentReader {
    private final JsonParser parser;
    private final String text;

    private Optional<ImageFormat> format = Optional.empty();
    private int width;
    private int height;
    private int orientation = Orientation.UPRIGHT.exif();
    private long length;
    private @Nullable String sha256;
    private Optional<Placeholder> placeholder = Optional.empty();
    private @Nullable String filename;
    private List<String> titles = List.of();
    private List<String> types = List.of();
    private SortedMap<String, List<JsonText>> references = Collections.emptySortedMap();
    private @Nullable String created;
    private @Nullable String modified;
    private String uploader = "";
    private Optional<Focal> focal = Optional.empty();
    private int focalRevision;
    private boolean hidden;
    private boolean deleted;
    private Optional<JsonNode> tombstone = Optional.empty();
    private Optional<Broken> broken = Optional.empty();
    private SortedMap<String, JsonText> others = Collections.emptySortedMap();

    /// @param parser at the beginning of `text`
    DocumentReader(JsonParser parser, String text) {
        this.parser = parser;
        this.text = text;
    }

    /// @throws RuntimeException if something is missing that every document has, or is of another kind
    ImageDocument read(ImageId id) {
        parser.nextToken();
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            member(name);
        }
        return new ImageDocument(
                id,
                format.map(this::facts),
                new Description(present("filename", filename), titles, types, references),
                new Timestamp(present("ctime", created)),
                new Timestamp(present("mtime", modified)),
                new Focus(focal, focalRevision),
                state(),
                uploader,
                others);
    }

    /// The parser is at its value, and at the end of that afterwards.
    private void member(String name) {
        switch (name) {
            case "content_type" -> format = ImageFormat.ofMediaType(parser.getString());
            case "width" -> width = parser.getIntValue();
            case "height" -> height = parser.getIntValue();
            case "orientation" -> orientation = parser.getIntValue();
            case "length" -> length = parser.getLongValue();
            case "sha256" -> sha256 = parser.getString();
            case "placeholder" -> placeholder = Placeholder.parse(parser.getString());
            case "filename" -> filename = parser.getString();
            case "title" -> titles = JsonTokens.strings(parser);
            case "types" -> types = JsonTokens.strings(parser);
            case DocumentJson.REFERENCES -> references = RawJson.arrays(parser, text);
            case "ctime" -> created = parser.getString();
            case "mtime" -> modified = parser.getString();
            case "uploaded_by" -> uploader = parser.getString();
            case DocumentJson.OTHERS -> others = RawJson.members(parser, text);
            default -> seldom(name);
        }
    }

    /// What few documents have.
    private void seldom(String name) {
        switch (name) {
            case "focal" -> focal = Optional.of(focal(RawJson.tree(parser, text)));
            case "focalRev" -> focalRevision = parser.getIntValue();
            case "private" -> hidden = parser.getBooleanValue();
            case "deleted" -> deleted = parser.getBooleanValue();
            case "tombstone" -> tombstone = Optional.of(RawJson.tree(parser, text));
            case "broken" -> broken = Optional.of(broken(RawJson.tree(parser, text)));
            default -> parser.skipChildren();
        }
    }

    private Facts facts(ImageFormat itsFormat) {
        return new Facts(
                itsFormat,
                new Dimensions(width, height),
                Orientation.ofExif(orientation),
                length,
                present("sha256", sha256),
                placeholder);
    }

    /// One that is unlisted is marked as deleted too, for other programs; so is one with a tombstone, which tells
    /// whether it was unlisted before.
    private State state() {
        boolean unlisted =
                tombstone.map(stone -> stone.path("unlisted").asBoolean(false)).orElse(deleted);
        return new State(hidden, unlisted, tombstone.map(DocumentReader::tombstone), broken);
    }

    private static Focal focal(JsonNode at) {
        return new Focal(at.get(0).asDouble(), at.get(1).asDouble());
    }

    private static Broken broken(JsonNode node) {
        return new Broken(when(node), node.get("why").asString());
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

    private static String present(String name, @Nullable String value) {
        if (value == null) {
            throw new IllegalArgumentException("a document without " + name);
        }
        return value;
    }
}
