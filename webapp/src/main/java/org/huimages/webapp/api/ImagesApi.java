package org.huimages.webapp.api;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.huimages.catalog.CleanText;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.edit.Edits;
import org.huimages.failure.Failure;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.JsonBody;
import tools.jackson.databind.node.ObjectNode;

/// The calls on one picture that is there.
final class ImagesApi {
    private static final int OK = 200;

    private final Pictures pictures;
    private final Edits edits;
    private final DocumentView view;
    private final InstantSource clock;

    ImagesApi(Pictures pictures, Edits edits, DocumentView view, InstantSource clock) {
        this.pictures = pictures;
        this.edits = edits;
        this.view = view;
        this.clock = clock;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/images/{id}", Access.ANYONE, this::find),
                Route.of("PATCH", "/images/{id}", Access.EDITOR, this::patch).thatReadsJsonAndWaits(),
                Route.of("DELETE", "/images/{id}", Access.EDITOR, this::delete)
                        .taking("why")
                        .taking(Access.ADMIN, "purge")
                        .thatWaits(),
                Route.of("POST", "/images/{id}/restore", Access.EDITOR, this::restore)
                        .thatWaits());
    }

    private Reply find(Call call) {
        ImageDocument document = pictures.known(call);
        return document.state()
                .tombstone()
                .map(stone -> gone(stone, call))
                .orElseGet(() -> view.reply(OK, document, call));
    }

    private static Reply gone(Tombstone stone, Call call) {
        ObjectNode tombstone = DocumentView.tombstone(stone, call.may(Access.READER));
        return Reply.problem(Pictures.gone(), Json.object().set("tombstone", tombstone));
    }

    /// Without `If-Match` the changes are made to whatever is there: each can be made to any version.
    private Reply patch(Call call) {
        SequencedMap<String, JsonText> body = JsonBody.members(call.request());
        Patch patch = Patch.read(body);
        Optional<String> ifMatch = Optional.ofNullable(call.request().getHeader("If-Match"));
        ImageDocument changed = edits.update(call.id(), document -> {
            ifMatch.ifPresent(tags -> EntityTag.check(tags, DocumentView.version(document)));
            return patch.apply(document, Timestamp.of(clock.instant()));
        });
        return view.reply(OK, changed, call);
    }

    private Reply delete(Call call) {
        String why = call.query("why").map(CleanText::of).orElse("");
        if (isPurge(call)) {
            edits.purge(call.id(), why, call.user());
        } else {
            edits.delete(call.id(), why, call.user());
        }
        return Reply.nothing();
    }

    private static boolean isPurge(Call call) {
        Optional<String> purge = call.query("purge");
        if (purge.isPresent() && !purge.get().equals("now")) {
            throw new Failure.Unprocessable("'purge' can only be 'now'").exception();
        }
        return purge.isPresent();
    }

    private Reply restore(Call call) {
        return view.reply(OK, edits.restore(call.id()), call);
    }
}
