package org.huimages.webapp.browser;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Marks;
import org.huimages.catalog.Opinion;
import org.huimages.client.PictureOptions;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.huimages.webapp.http.Access;

/// The page of one picture, and the ways to the next ones.
final class PicturePages {
    private static final Size.Fit LARGE = new Size.Fit(1200, 900);
    private static final Size.Fit LARGEST = new Size.Fit(2400, 2400);
    private static final Integer[] WIDTHS = {480, 800, 1200, 1600, 2400};
    private static final String SHOWN = "(min-width: 64rem) calc(100vw - 27rem), 100vw";
    private static final int GONE = 410;

    private final Catalog catalog;
    private final Tiles tiles;
    private final ExifReader exif;
    private final Access browsing;

    /// @param browsing who may see which other pictures there are
    PicturePages(Catalog catalog, Tiles tiles, ExifReader exif, Access browsing) {
        this.catalog = catalog;
        this.tiles = tiles;
        this.exif = exif;
        this.browsing = browsing;
    }

    List<Route> routes() {
        return List.of(
                Route.page("/image/{id}/", Access.ANYONE, this::picture),
                Route.page("/image/{id}/next/", browsing, visit -> step(visit, next(visit, visit.id()))),
                Route.page(
                        "/image/{id}/previous/",
                        browsing,
                        visit -> step(visit, catalog.previous(visit.audience(), visit.id()))));
    }

    private Optional<ImageDocument> next(Visit visit, ImageId id) {
        return catalog.page(visit.audience(), id.text(), 1).stream().findFirst();
    }

    /// At the end the visitor stays where he is.
    private static Answer step(Visit visit, Optional<ImageDocument> to) {
        return new Answer.See("image/" + to.map(ImageDocument::id).orElseGet(visit::id) + "/");
    }

    private Answer picture(Visit visit) {
        ImageDocument document = catalog.find(visit.id())
                .filter(found -> !found.state().hidden() || visit.may(Access.READER))
                .orElseThrow(Visit::noPicture);
        return document.isDeleted() ? gone(document, visit) : shown(document, visit);
    }

    private static Answer gone(ImageDocument document, Visit visit) {
        boolean restorable = visit.may(Access.EDITOR)
                && document.state().tombstone().filter(stone -> !stone.erased()).isPresent();
        return new Answer.Page(
                "failure",
                GONE,
                visit.say("picture.gone"),
                Map.of(
                        "heading",
                        visit.say("failure.nothing"),
                        "failure",
                        visit.say("picture.gone"),
                        "restore",
                        restorable ? document.id().text() : ""));
    }

    private Answer shown(ImageDocument document, Visit visit) {
        Map<String, Object> model = new HashMap<>();
        String title = Tiles.title(document, visit);
        model.put("id", document.id().text());
        model.put(
                "title",
                document.description().titles().isEmpty()
                        ? ""
                        : document.description().titles().getLast());
        model.put("heading", title.isEmpty() ? visit.say("picture.untitled") : title);
        addPicture(model, document, visit, title);
        addMarks(model, document, visit);
        addNeighbours(model, document, visit);
        addFacts(model, document, visit);
        model.put("sizes", Sizes.of(document, tiles.looks(), visit));
        model.put("codes", Sizes.codes(document, tiles.looks(), visit));
        model.put("hidden", document.state().hidden());
        return Answer.Page.of("picture", title, model);
    }

    private void addPicture(Map<String, Object> model, ImageDocument document, Visit visit, String title) {
        Looks looks = tiles.looks();
        String alt = title.isEmpty() ? visit.say("picture.untitled") : title;
        PictureOptions options =
                PictureOptions.usual().responsive(SHOWN, WIDTHS).urgent().with("alt", alt);
        model.put("picture", looks.picture(visit.request(), document, LARGE, options));
        model.put("shape", Tiles.shape(document) + (isWhole(document) ? " whole" : ""));
        model.put("large", looks.address(visit.request(), document, LARGEST, ImageFormat.WEBP));
        Dimensions dimensions = document.facts()
                .map(facts -> facts.dimensions().scaledTo(LARGEST))
                .orElse(new Dimensions(LARGEST.width(), LARGEST.height()));
        model.put("largeWidth", dimensions.width());
        model.put("largeHeight", dimensions.height());
        model.put("original", looks.address(visit.request(), document, new Size.Original(), ImageFormat.JPEG));
    }

    /// Whether it is too small to be made any smaller: it is not shown larger than it is either.
    private static boolean isWhole(ImageDocument document) {
        return document.facts()
                .map(Facts::dimensions)
                .filter(dimensions -> dimensions.equals(dimensions.scaledTo(LARGE)))
                .isPresent();
    }

    private void addMarks(Map<String, Object> model, ImageDocument document, Visit visit) {
        Opinion opinion = catalog.opinion(document.id());
        Marks own = visit.user().isEmpty() ? Marks.NONE : catalog.marks(document.id(), visit.user());
        SortedSet<String> mine = own.tags();
        model.put(
                "tags",
                opinion.tags().stream()
                        .map(tag -> TagLink.of(tag, mine.contains(tag)))
                        .toList());
        model.put("favourite", own.favourite());
        model.put("rating", own.rating().orElse(0));
        model.put(
                "rated",
                opinion.average().isPresent()
                        ? visit.say("picture.rated", opinion.average().getAsDouble(), opinion.ratings())
                        : visit.say("picture.unrated"));
    }

    private void addNeighbours(Map<String, Object> model, ImageDocument document, Visit visit) {
        boolean browses = visit.may(browsing);
        model.put("browses", browses);
        Optional<ImageDocument> before = browses ? catalog.previous(visit.audience(), document.id()) : Optional.empty();
        Optional<ImageDocument> after = browses ? next(visit, document.id()) : Optional.empty();
        model.put("before", before.map(found -> List.of(tiles.of(found, visit))).orElse(List.of()));
        model.put("after", after.map(found -> List.of(tiles.of(found, visit))).orElse(List.of()));
    }

    private void addFacts(Map<String, Object> model, ImageDocument document, Visit visit) {
        boolean reader = visit.may(Access.READER);
        Optional<Exif> found = reader ? exif.of(document) : Optional.of(Exif.NOTHING);
        Exif told = found.orElse(Exif.NOTHING);
        model.put("facts", FileFacts.of(document, told, visit));
        model.put("placed", told.placed());
        model.put("unread", found.isEmpty());
    }
}
