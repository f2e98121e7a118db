package org.huimages.webapp.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.url.ImageId;
import org.huimages.webapp.api.Anywhere;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Origin;

/// The start page, whose pictures begin anywhere; IDs are checksums, so their order is as good as none.
final class StartPages {
    static final int A_PAGE = 50;
    private static final int NEWEST = 12;
    private static final int CLOUD = 40;

    private final Catalog catalog;
    private final Tiles tiles;

    StartPages(Catalog catalog, Tiles tiles) {
        this.catalog = catalog;
        this.tiles = tiles;
    }

    List<Route> routes(Access browsing) {
        return List.of(
                Route.page("", browsing, visit -> new Answer.See("")),
                Route.page("/", browsing, this::start),
                Route.page("/image/random/", browsing, this::random),
                Route.page("/tags/", browsing, this::tags));
    }

    /// Further pages go on until they come to where the first one began.
    private Answer start(Visit visit) {
        Optional<ImageId> from = ImageId.parse(visit.parameter("from"));
        Optional<ImageId> after = ImageId.parse(visit.parameter("after"));
        ImageId begin = from.orElseGet(Anywhere::id);
        boolean first = after.isEmpty();
        List<ImageDocument> found = round(visit, begin, after.orElse(begin));
        Cut cut = Cut.of(found, A_PAGE);
        return Answer.Page.of(
                "start",
                "",
                Map.of(
                        "tiles",
                        tiles.of(cut.shown(), visit),
                        "next",
                        cut.more() ? "?from=" + begin + "&after=" + cut.last() : "",
                        "first",
                        first,
                        "newest",
                        first ? tiles.of(catalog.newest(visit.audience(), Optional.empty(), NEWEST), visit) : List.of(),
                        "cloud",
                        first ? TagLink.cloud(catalog.tags(visit.audience(), "", CLOUD)) : List.of(),
                        "welcome",
                        welcome(visit)));
    }

    /// What to do first, where there is no picture yet.
    private static String welcome(Visit visit) {
        String programs = Origin.of(visit.request()) + visit.request().getContextPath() + "/api/images";
        return visit.may(Access.EDITOR)
                ? visit.say("start.first", programs)
                : visit.say("start.others", Access.EDITOR.role());
    }

    private List<ImageDocument> round(Visit visit, ImageId begin, ImageId after) {
        List<ImageDocument> found = new ArrayList<>(catalog.page(visit.audience(), after.text(), A_PAGE + 1));
        boolean wrapped = after.compareTo(begin) < 0;
        if (wrapped) {
            found.removeIf(document -> document.id().compareTo(begin) > 0);
        } else if (found.size() <= A_PAGE) {
            catalog.page(visit.audience(), "", A_PAGE + 1 - found.size()).stream()
                    .filter(document -> document.id().compareTo(begin) <= 0)
                    .forEach(found::add);
        }
        return found;
    }

    private Answer random(Visit visit) {
        return catalog.atOrAfter(visit.audience(), Anywhere.id())
                .map(found -> new Answer.See("image/" + found.id() + "/"))
                .orElseGet(() -> new Answer.See(""));
    }

    private Answer tags(Visit visit) {
        List<TagLink> all = TagLink.cloud(catalog.tags(visit.audience(), "", 1000));
        return Answer.Page.of("tags", visit.say("tags.title"), Map.of("cloud", all));
    }
}
