package org.huimages.webapp.browser;

import java.util.List;
import java.util.Map;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.edit.Edits;
import org.huimages.url.ImageId;
import org.huimages.webapp.http.Access;

/// What was deleted: out of sight, but not gone yet. Its pictures cannot be shown: nobody is served them.
final class TrashPages {
    private static final int A_PAGE = 100;

    private final Catalog catalog;
    private final Edits edits;

    TrashPages(Catalog catalog, Edits edits) {
        this.catalog = catalog;
        this.edits = edits;
    }

    /// @param when in UTC, as the document has it
    public record Deleted(String id, String label, String when, String by, String why) {}

    List<Route> routes() {
        return List.of(
                Route.page("/trash/", Access.EDITOR, this::page),
                Route.deed("/trash/restore/", Access.EDITOR, this::restore),
                Route.deed("/trash/erase/", Access.ADMIN, this::erase));
    }

    private Answer page(Visit visit) {
        String after =
                ImageId.parse(visit.parameter("after")).map(ImageId::text).orElse("");
        Cut cut = Cut.of(catalog.deleted(after, A_PAGE + 1), A_PAGE);
        return Answer.Page.of(
                "trash",
                visit.say("trash.title"),
                Map.of(
                        "deleted",
                        cut.shown().stream()
                                .map(document -> deleted(document, visit))
                                .toList(),
                        "next",
                        cut.more() ? "trash/?after=" + cut.last() : ""));
    }

    private static Deleted deleted(ImageDocument document, Visit visit) {
        String title = Tiles.title(document, visit);
        return document.state()
                .tombstone()
                .map(stone -> new Deleted(
                        document.id().text(),
                        title.isEmpty() ? document.id().text() : title,
                        FileFacts.date(stone.when(), visit),
                        stone.by(),
                        stone.why()))
                .orElseThrow(Visit::noPicture);
    }

    private Answer restore(Visit visit) {
        List<ImageId> ids = visit.ids();
        ids.forEach(edits::restore);
        visit.tell(visit.say("done.restored", ids.size()));
        return new Answer.See(ids.size() == 1 ? "image/" + ids.getFirst() + "/" : "trash/");
    }

    private Answer erase(Visit visit) {
        List<ImageId> ids = visit.ids();
        ids.forEach(id -> edits.purge(id, "", visit.user()));
        visit.tell(visit.say("done.erased", ids.size()));
        return new Answer.See("trash/");
    }
}
