package org.huimages.store.couch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
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

/// What a document in CouchDB says, whoever wrote it: this server, or older systems.
///
/// The functions of the views ([ViewFunctions]) read state and time of creation in the same way.
final class DocumentReader {
    private static final int LONGEST_EDGE = Integer.MAX_VALUE;
    private static final Set<String> OURS = Set.of(
            "broken",
            "content_type",
            "ctime",
            "deleted",
            "filename",
            "focal",
            "focalRev",
            "height",
            "length",
            "mtime",
            "orientation",
            "placeholder",
            "private",
            "references",
            "sha256",
            "title",
            "tombstone",
            "types",
            "uploaded_by",
            "width");

    private DocumentReader() {}

    /// The document of a picture; empty if it is none (a design document, say).
    static Optional<ImageDocument> read(JsonObject tree) {
        return Lenient.text(tree, "_id").flatMap(ImageId::parse).map(id -> read(id, tree));
    }

    static ImageDocument read(ImageId id, JsonObject tree) {
        return new ImageDocument(
                id,
                facts(tree),
                description(tree),
                new Timestamp(created(tree)),
                new Timestamp(Lenient.scalar(tree, "mtime").orElse("")),
                focus(tree),
                state(tree),
                Lenient.text(tree, "uploaded_by").orElse(""),
                others(tree));
    }

    private static SortedMap<String, JsonText> others(JsonObject tree) {
        TreeMap<String, JsonText> others = new TreeMap<>();
        tree.entrySet().forEach(field -> {
            if (isOthers(field.getKey())) {
                others.put(field.getKey(), new JsonText(field.getValue().toString()));
            }
        });
        return others;
    }

    /// Whether a field of this name is neither ours nor CouchDB's.
    static boolean isOthers(String name) {
        return !name.startsWith("_") && !OURS.contains(name);
    }

    private static String created(JsonObject tree) {
        return Lenient.scalar(tree, "ctime")
                .or(() -> Lenient.scalar(tree, "mtime"))
                .orElse("");
    }

    /// Those that older systems wrote ignore how the picture is turned, and tell no checksum: they prove nothing.
    private static Optional<Facts> facts(JsonObject tree) {
        Optional<ImageFormat> format = Lenient.text(tree, "content_type").flatMap(ImageFormat::ofMediaType);
        Optional<Long> width = Lenient.number(tree, "width", 1, LONGEST_EDGE);
        Optional<Long> height = Lenient.number(tree, "height", 1, LONGEST_EDGE);
        Optional<Long> orientation = Lenient.number(tree, "orientation", 1, 8);
        Optional<Long> length = Lenient.number(tree, "length", 0, Long.MAX_VALUE);
        Optional<String> sha256 = Lenient.text(tree, "sha256");
        boolean proven = format.isPresent()
                && width.isPresent()
                && height.isPresent()
                && orientation.isPresent()
                && length.isPresent()
                && sha256.isPresent();
        return proven
                ? Optional.of(new Facts(
                        format.get(),
                        new Dimensions(width.get().intValue(), height.get().intValue()),
                        Orientation.ofExif(orientation.get().intValue()),
                        length.get(),
                        sha256.get(),
                        Lenient.text(tree, "placeholder").flatMap(Placeholder::parse)))
                : Optional.empty();
    }

    private static Description description(JsonObject tree) {
        return new Description(
                Lenient.text(tree, "filename").orElseGet(() -> attachment(tree)),
                Lenient.texts(tree, "title"),
                Lenient.texts(tree, "types"),
                references(tree));
    }

    /// Older systems kept the file's name as that of the attachment.
    private static String attachment(JsonObject tree) {
        return Lenient.object(tree, "_attachments").stream()
                .flatMap(attachments -> attachments.keySet().stream())
                .findFirst()
                .orElse("");
    }

    private static SequencedMap<String, List<JsonText>> references(JsonObject tree) {
        TreeMap<String, List<JsonText>> references = new TreeMap<>();
        for (Map.Entry<String, JsonElement> entry :
                Lenient.object(tree, "references").orElseGet(JsonObject::new).entrySet()) {
            references.put(
                    entry.getKey(),
                    Lenient.values(entry.getValue())
                            .map(value -> new JsonText(value.toString()))
                            .toList());
        }
        return references;
    }

    private static Focus focus(JsonObject tree) {
        Optional<Long> revision = Lenient.number(tree, "focalRev", 0, Integer.MAX_VALUE);
        return new Focus(point(tree), revision.orElse(0L).intValue());
    }

    private static Optional<Focal> point(JsonObject tree) {
        try {
            return Optional.ofNullable(tree.get("focal"))
                    .filter(value -> value instanceof JsonArray array && array.size() == 2)
                    .map(JsonElement::getAsJsonArray)
                    .map(at -> new Focal(at.get(0).getAsDouble(), at.get(1).getAsDouble()));
        } catch (IllegalArgumentException | IllegalStateException | UnsupportedOperationException other) {
            return Optional.empty();
        }
    }

    private static State state(JsonObject tree) {
        Optional<JsonObject> tombstone = Lenient.object(tree, "tombstone");
        boolean unlisted =
                tombstone.map(stone -> Lenient.flag(stone, "unlisted")).orElseGet(() -> Lenient.flag(tree, "deleted"));
        return new State(
                Lenient.flag(tree, "private"),
                unlisted,
                tombstone.map(DocumentReader::tombstone),
                Lenient.object(tree, "broken").map(broken -> new Broken(when(broken), text(broken, "why"))));
    }

    private static Tombstone tombstone(JsonObject stone) {
        return new Tombstone(when(stone), text(stone, "why"), text(stone, "by"), Lenient.flag(stone, "erased"));
    }

    private static Timestamp when(JsonObject tree) {
        return new Timestamp(text(tree, "when"));
    }

    private static String text(JsonObject tree, String name) {
        return Lenient.text(tree, name).orElse("");
    }
}
