package org.huimages.store.couch;

import com.google.gson.JsonArray;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.url.ImageId;

/// Lists of pictures, in the order of IDs or of age. Those by ID need no index of ours.
final class PictureLists {
    /// Between the two lie all IDs of pictures, and no design document.
    private static final String FIRST = "2";

    private static final String LAST = "Z~";
    private static final String BEHIND = "!";

    private static final Comparator<ImageDocument> NEWEST_FIRST = Comparator.comparing(
                    (ImageDocument document) -> document.created().text())
            .thenComparing(ImageDocument::id)
            .reversed();

    private final CouchDatabase pictures;
    private final Indexes indexes;

    PictureLists(CouchDatabase pictures, Indexes indexes) {
        this.pictures = pictures;
        this.indexes = indexes;
    }

    List<ImageDocument> page(Audience audience, String after, int limit) {
        return from(audience, after.isEmpty() ? FIRST : after + BEHIND, limit);
    }

    /// Whatever has become of them.
    List<ImageDocument> all(String after, int limit) {
        return Range.ofDocuments(pictures, after.isEmpty() ? FIRST : after + BEHIND, LAST)
                .take(limit, row -> row.document().flatMap(DocumentReader::read));
    }

    private List<ImageDocument> from(Audience audience, String start, int limit) {
        return Range.ofDocuments(pictures, start, LAST).take(limit, row -> seen(audience, row));
    }

    private static Optional<ImageDocument> seen(Audience audience, Row row) {
        return row.document().flatMap(DocumentReader::read).filter(audience::sees);
    }

    Optional<ImageDocument> previous(Audience audience, ImageId before) {
        return Range.ofDocuments(pictures, before.text(), FIRST)
                .backwards()
                .withoutStart()
                .take(1, row -> seen(audience, row))
                .stream()
                .findFirst();
    }

    Optional<ImageDocument> atOrAfter(Audience audience, ImageId from) {
        List<ImageDocument> found = from(audience, from.text(), 1);
        return (found.isEmpty() ? from(audience, FIRST, 1) : found).stream().findFirst();
    }

    List<ImageDocument> newest(Audience audience, Optional<ImageId> after, int limit) {
        Optional<ImageDocument> cursor =
                after.flatMap(id -> pictures.find(id.text()).map(tree -> DocumentReader.read(id, tree)));
        if (after.isPresent() && cursor.isEmpty()) {
            return List.of();
        }
        List<ImageDocument> all = new ArrayList<>();
        for (Shelf shelf : Shelf.seenBy(audience)) {
            all.addAll(newest(shelf, cursor).take(limit, row -> seen(audience, row)));
        }
        return all.stream().sorted(NEWEST_FIRST).limit(limit).toList();
    }

    private Range newest(Shelf shelf, Optional<ImageDocument> after) {
        JsonArray start = after.map(document -> Key.of(
                        shelf.code(),
                        Hex.of(document.created().text()),
                        document.id().text()))
                .orElseGet(() -> Key.behind(shelf.code()));
        return Range.ofRows(pictures, indexes.view(pictures, "newest"), start, Key.of(shelf.code()))
                .backwards()
                .withDocuments()
                .withoutStart();
    }

    List<ImageDocument> deleted(String after, int limit) {
        JsonPrimitive start = new JsonPrimitive(after.isEmpty() ? FIRST : after + BEHIND);
        return Range.ofRows(pictures, indexes.view(pictures, "trash"), start, new JsonPrimitive(LAST))
                .withDocuments()
                .take(limit, row -> row.document().flatMap(DocumentReader::read).filter(PictureLists::isInTrash));
    }

    private static boolean isInTrash(ImageDocument document) {
        return document.state().tombstone().filter(stone -> !stone.erased()).isPresent();
    }

    /// What an audience sees of the pictures that have these IDs, in their order.
    List<ImageDocument> seen(Audience audience, List<String> ids) {
        return pictures.findAll(ids).stream()
                .flatMap(tree -> DocumentReader.read(tree).stream())
                .filter(audience::sees)
                .toList();
    }
}
