package org.huimages.webapp.api;

import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Catalog.TagCount;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.url.ImageId;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.Quoted;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The calls that tell which pictures there are.
final class ListsApi {
    private final Catalog catalog;
    private final DocumentView view;
    private final Access browsing;

    /// @param browsing who may see lists
    ListsApi(Catalog catalog, DocumentView view, Access browsing) {
        this.catalog = catalog;
        this.view = view;
        this.browsing = browsing;
    }

    /// What one person likes is for readers even where lists are for everybody.
    List<Route> routes() {
        return List.of(
                Route.of("GET", "/images", browsing, this::list)
                        .taking("after", "limit", "ids", "tag", "q", "order")
                        .taking(Access.READER, "favorite")
                        .taking(Access.EDITOR, "trash"),
                Route.of("GET", "/images/random", browsing, this::random),
                Route.of("GET", "/images/{id}/next", browsing, this::next),
                Route.of("GET", "/images/{id}/previous", browsing, this::previous),
                Route.of("GET", "/tags", browsing, this::tags).taking("prefix", "limit"));
    }

    private Reply list(Call call) {
        Selection selection = Selection.of(call, catalog);
        String after = call.query("after").map(ListsApi::cursor).orElse("");
        int limit = call.limit();
        return page(selection.list(after, limit + 1), limit, call);
    }

    private static String cursor(String text) {
        return ImageId.parse(text)
                .orElseThrow(() -> new Failure.Unprocessable(
                                "'after' has to be the 'next' of the page before, not " + Quoted.of(text))
                        .exception())
                .text();
    }

    /// @param found one more than `limit` if there is a next page
    private Reply page(List<ImageDocument> found, int limit, Call call) {
        boolean whole = found.size() <= limit || call.query("ids").isPresent();
        List<ImageDocument> shown = whole ? found : found.subList(0, limit);
        ObjectNode page = Json.object();
        page.putArray("images").addAll(view.of(shown, call));
        return Reply.ok(whole ? page : page.put("next", shown.getLast().id().text()));
    }

    private Reply random(Call call) {
        return neighbour(catalog.atOrAfter(call.audience(), Anywhere.id()), call)
                .keptByNobody();
    }

    private Reply next(Call call) {
        return neighbour(
                catalog.page(call.audience(), call.id().text(), 1).stream().findFirst(), call);
    }

    private Reply previous(Call call) {
        return neighbour(catalog.previous(call.audience(), call.id()), call);
    }

    private Reply neighbour(Optional<ImageDocument> document, Call call) {
        return document.map(found -> Reply.ok(view.of(found, call))).orElseGet(Reply::nothing);
    }

    private Reply tags(Call call) {
        String prefix = call.query("prefix").map(Tags::wanted).orElse("");
        ObjectNode answer = Json.object();
        ArrayNode tags = answer.putArray("tags");
        for (TagCount tag : catalog.tags(call.audience(), prefix, call.limit())) {
            tags.addObject().put("tag", tag.tag()).put("count", tag.pictures());
        }
        return Reply.ok(answer);
    }
}
