package org.huimages.webapp.browser;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.catalog.Catalog;
import org.huimages.url.ImageId;
import org.huimages.webapp.api.Tags;
import org.huimages.webapp.http.Access;

/// Lists of pictures: by tag, of favourites, of what was found, of the newest.
final class ListPages {
    private final Catalog catalog;
    private final Orders orders;
    private final Tiles tiles;

    ListPages(Catalog catalog, Tiles tiles) {
        this.catalog = catalog;
        this.orders = new Orders(catalog);
        this.tiles = tiles;
    }

    List<Route> routes(Access browsing) {
        return List.of(
                Route.page("/tag/", browsing, this::tag),
                Route.page("/tag/{tag}/", browsing, this::tag),
                Route.page("/favorites/", Access.READER, this::ownFavourites),
                Route.page("/favorites/{user}/", Access.READER, this::favourites),
                Route.page("/search/", browsing, this::search),
                Route.page("/newest/", browsing, this::newest));
    }

    private Answer ownFavourites(Visit visit) {
        return visit.parameter("name").isEmpty() ? new Answer.See(path(visit.user())) : favourites(visit);
    }

    private static String path(String user) {
        return Visit.path("favorites/", user);
    }

    private Answer tag(Visit visit) {
        String tag = Tags.wanted(visit.named("tag"));
        return page(
                visit,
                visit.say("list.tag", tag),
                TagLink.path(tag),
                Map.of(),
                (after, limit) -> catalog.tagged(visit.audience(), tag, after, limit));
    }

    private Answer favourites(Visit visit) {
        String user = visit.named("user");
        String heading = user.equals(visit.user()) ? visit.say("list.mine") : visit.say("list.favourites", user);
        return page(
                visit,
                heading,
                path(user),
                Map.of(),
                (after, limit) -> catalog.favourites(visit.audience(), user, after, limit));
    }

    private Answer search(Visit visit) {
        String words = visit.parameter("q");
        Listing.Source found =
                (after, limit) -> words.isEmpty() ? List.of() : catalog.search(visit.audience(), words, after, limit);
        return page(
                visit,
                words.isEmpty() ? visit.say("list.search") : visit.say("list.found", words),
                "search/",
                Map.of("q", words),
                found);
    }

    /// In this order the catalog lists by itself.
    private Answer newest(Visit visit) {
        return page(
                visit,
                visit.say("list.newest"),
                "newest/",
                Map.of(),
                (after, limit) -> catalog.newest(visit.audience(), ImageId.parse(after), limit));
    }

    private Answer page(Visit visit, String heading, String path, Map<String, String> query, Listing.Source source) {
        boolean sortable = !path.equals("newest/");
        Listing listing = new Listing(catalog, orders, visit.audience(), source, path, query);
        Listing.Part part = listing.part(
                sortable ? Optional.of(visit.parameter("sort")).filter(Listing.SORTS::contains) : Optional.empty(),
                visit.parameter("after"),
                visit.parameter("page"));
        return Answer.Page.of(
                "list",
                heading,
                Map.of(
                        "heading",
                        heading,
                        "tiles",
                        tiles.of(part.documents(), visit),
                        "next",
                        part.next(),
                        "previous",
                        part.previous(),
                        "sorts",
                        sortable ? listing.sorts(part.sort(), visit) : List.of(),
                        "limited",
                        part.limited() ? visit.say("list.limited", Orders.MOST) : "",
                        "path",
                        path));
    }
}
