package org.huimages.webapp.browser;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
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

/// What can be done with one picture on its page.
final class PictureDeeds {
    private final Edits edits;
    private final Marking marking;
    private final InstantSource clock;

    PictureDeeds(Edits edits, Marking marking, InstantSource clock) {
        this.edits = edits;
        this.marking = marking;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.deed("/image/{id}/title/", Access.EDITOR, this::title),
                Route.deed("/image/{id}/tags/", Access.READER, this::tags),
                Route.deed("/image/{id}/favorite/", Access.READER, this::favourite),
                Route.deed("/image/{id}/rating/", Access.READER, this::rating),
                Route.deed("/image/{id}/private/", Access.EDITOR, this::hide),
                Route.deed("/image/{id}/delete/", Access.EDITOR, this::delete),
                Route.deed("/undo/", Access.READER, this::undo));
    }

    private static Answer page(ImageId id) {
        return new Answer.See("image/" + id + "/");
    }

    private Answer title(Visit visit) {
        String title = CleanText.of(visit.parameter("title"));
        if (!title.isEmpty()) {
            retitle(visit, Description.NONE.withTitles(List.of(title)));
        }
        return page(visit.id());
    }

    private void retitle(Visit visit, Description added) {
        Map<String, List<String>> before = new TreeMap<>();
        change(visit.id(), document -> {
            before.put(visit.id().text(), document.description().titles());
            return document.with(document.description().with(added));
        });
        visit.tell(visit.say("done.titled", 1), Undo.Retitle.of(before));
    }

    private void change(ImageId id, UnaryOperator<ImageDocument> change) {
        Timestamp now = Timestamp.of(clock.instant());
        edits.update(id, document -> change.apply(document).modifiedAt(now));
    }

    private Answer tags(Visit visit) {
        ImageId id = visit.id();
        Marks before = marking.change(
                id,
                visit.user(),
                marks -> Marking.adding(Tags.of(visit.parameter("add")))
                        .apply(marks.untagged(Tags.of(visit.parameter("remove")))));
        if (!visit.parameter("remove").isEmpty()) {
            visit.tell(
                    visit.say("done.untagged", visit.parameter("remove")),
                    Undo.Retag.of(visit.user(), Map.of(id.text(), List.copyOf(before.tags()))));
        }
        return page(id);
    }

    private Answer favourite(Visit visit) {
        boolean favourite = visit.parameter("favorite").equals("true");
        marking.change(visit.id(), visit.user(), marks -> marks.withFavourite(favourite));
        return page(visit.id());
    }

    /// 0 takes it back.
    private Answer rating(Visit visit) {
        String given = visit.parameter("rating");
        if (!given.matches("[0-9]|10")) {
            throw new Failure.Unprocessable("a rating is a number from 1 to 10").exception();
        }
        OptionalInt rating = given.equals("0") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(given));
        marking.change(visit.id(), visit.user(), marks -> marks.withRating(rating));
        return page(visit.id());
    }

    private Answer hide(Visit visit) {
        boolean hidden = visit.parameter("private").equals("true");
        change(visit.id(), document -> document.with(document.state().withHidden(hidden)));
        visit.tell(visit.say(hidden ? "done.hidden" : "done.shown"));
        return page(visit.id());
    }

    private Answer delete(Visit visit) {
        ImageId id = visit.id();
        edits.delete(id, CleanText.of(visit.parameter("why")), visit.user());
        visit.tell(visit.say("done.deleted", 1), new Undo.Restore(List.of(id.text())));
        return new Answer.See("");
    }

    private Answer undo(Visit visit) {
        visit.undo().ifPresent(undo -> {
            carryOut(undo, visit);
            visit.tell(visit.say("done.undone"));
        });
        return new Answer.See(Back.to(visit));
    }

    private void carryOut(Undo undo, Visit visit) {
        switch (undo) {
            case Undo.Restore(List<String> ids) -> {
                Access.EDITOR.check(visit.request());
                ids.forEach(id -> edits.restore(new ImageId(id)));
            }
            case Undo.Retitle(HashMap<String, List<String>> titles) -> {
                Access.EDITOR.check(visit.request());
                titles.forEach((id, old) -> change(
                        new ImageId(id),
                        document -> document.with(document.description().withTitles(old))));
            }
            case Undo.Refocus refocus -> {
                Access.EDITOR.check(visit.request());
                change(
                        new ImageId(refocus.id()),
                        document -> document.with(document.focus().movedTo(refocus.focal())));
            }
            case Undo.Retag(String user, HashMap<String, List<String>> tags) ->
                tags.forEach((id, old) -> marking.change(new ImageId(id), user, marks -> marks.withTags(Tags.of(old))));
        }
    }
}
