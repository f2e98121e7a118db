package org.huimages.store.json;

import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huimages.archive.Entry;
import org.huimages.archive.EntryText;
import org.huimages.catalog.Marks;
import org.huimages.url.ImageId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Entries of an archive, one on a line: ID, document, and marks by user, the two as JSON, with tabs between. The names
/// are those of CouchDB's documents. The mapper is asked for when it is needed: a server that starts has one of these,
/// and can be ready without Jackson, which is hundreds of classes.
public final class ArchiveText implements EntryText {
    private static final String BETWEEN = "\t";
    private static final int PARTS = 3;

    @Override
    public String write(Entry entry) {
        ObjectNode marks = JsonMapper.shared().createObjectNode();
        entry.marks().forEach((user, said) -> put(marks.putObject(user), said));
        return String.join(
                BETWEEN,
                entry.document().id().text(),
                DocumentJson.write(entry.document()),
                JsonMapper.shared().writeValueAsString(marks));
    }

    private static void put(ObjectNode node, Marks marks) {
        marks.tags().forEach(node.putArray("tags")::add);
        if (marks.favourite()) {
            node.put("favorite", true);
        }
        marks.rating().ifPresent(rating -> node.put("rating", rating));
    }

    @Override
    public Entry read(String line) {
        String[] parts = line.split(BETWEEN, -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("no entry: it has %d parts".formatted(parts.length));
        }
        try {
            return new Entry(
                    DocumentJson.read(new ImageId(parts[0]), parts[1]),
                    marks(JsonMapper.shared().readTree(parts[2])));
        } catch (JacksonException | NullPointerException malformed) {
            throw new IllegalArgumentException("no entry: its JSON cannot be read", malformed);
        }
    }

    private static SortedMap<String, Marks> marks(JsonNode node) {
        SortedMap<String, Marks> all = new TreeMap<>();
        for (Map.Entry<String, JsonNode> user : node.properties()) {
            all.put(user.getKey(), read(user.getValue()));
        }
        return all;
    }

    private static Marks read(JsonNode node) {
        return new Marks(
                node.path("tags").valueStream().map(JsonNode::asString).collect(Collectors.toCollection(TreeSet::new)),
                node.path("favorite").asBoolean(false),
                node.has("rating") ? OptionalInt.of(node.get("rating").asInt()) : OptionalInt.empty());
    }
}
