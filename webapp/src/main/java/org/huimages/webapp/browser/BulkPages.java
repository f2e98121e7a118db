package org.huimages.webapp.browser;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.CleanText;
import org.huimages.catalog.Description;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Timestamp;
import org.huimages.edit.Edits;
import org.huimages.failure.Failure;
import org.huimages.url.ImageId;
import org.huimages.webapp.api.Tags;
import org.huimages.webapp.http.Access;

/// One change for many pictures; each can be undone.
final class BulkPages {
    private final Catalog catalog;
    private final Edits edits;
    private final Marking marking;
    private final Tiles tiles;
    private final InstantSource clock;

    BulkPages(Catalog catalog, Edits edits, Marking marking, Tiles tiles, InstantSource clock) {
        this.catalog = catalog;
        this.edits = edits;
        this.marking = marking;
        this.tiles = tiles;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.page("/edit/", Access.EDITOR, this::page), Route.deed("/edit/", Access.EDITOR, this::change));
    }

    private Answer page(Visit visit) {
        List<ImageDocument> chosen = catalog.findAll(visit.ids()).stream()
                .filter(ImageDocument::isListed)
                .toList();
        return Answer.Page.of(
                "edit", visit.say("edit.title"), Map.of("tiles", tiles.of(chosen, visit), "count", chosen.size()));
    }

    private Answer change(Visit visit) {
        List<ImageId> ids = visit.ids();
        switch (visit.parameter("do")) {
            case "add" -> tag(visit, ids, Marking.adding(tags(visit)));
            case "remove" -> tag(visit, ids, Marking.removing(tags(visit)));
            case "title" -> title(visit, ids);
            case "delete" -> {
                return delete(visit, ids);
            }
            default -> throw new Failure.Unprocessable("'do' is add, remove, title or delete").exception();
        }
        return new Answer.See("edit/?" + ids.stream().map(id -> "id=" + id).collect(Collectors.joining("&")));
    }

    private static SortedSet<String> tags(Visit visit) {
        return Tags.of(visit.parameter("tags"));
    }

    private void tag(Visit visit, List<ImageId> ids, UnaryOperator<Marks> change) {
        Map<String, List<String>> before = new TreeMap<>();
        ids.forEach(id -> before.put(
                id.text(), List.copyOf(marking.change(id, visit.user(), change).tags())));
        visit.tell(visit.say("done.tagged", ids.size()), Undo.Retag.of(visit.user(), before));
    }

    private void title(Visit visit, List<ImageId> ids) {
        String title = CleanText.of(visit.parameter("title"));
        if (title.isEmpty()) {
            return;
        }
        Description added = Description.NONE.withTitles(List.of(title));
        Timestamp now = Timestamp.of(clock.instant());
        Map<String, List<String>> before = new TreeMap<>();
        ids.forEach(id -> edits.update(id, document -> {
            before.put(id.text(), document.description().titles());
            return document.with(document.description().with(added)).modifiedAt(now);
        }));
        visit.tell(visit.say("done.titled", ids.size()), Undo.Retitle.of(before));
    }

    private Answer delete(Visit visit, List<ImageId> ids) {
        ids.forEach(id -> edits.delete(id, CleanText.of(visit.parameter("why")), visit.user()));
        visit.tell(
                visit.say("done.deleted", ids.size()),
                new Undo.Restore(ids.stream().map(ImageId::text).toList()));
        return new Answer.See("");
    }
}
