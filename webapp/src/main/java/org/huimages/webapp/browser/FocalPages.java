package org.huimages.webapp.browser;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Timestamp;
import org.huimages.edit.Edits;
import org.huimages.failure.Failure;
import org.huimages.pixel.Focal;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.huimages.webapp.http.Access;

/// Where a picture matters: a click on it. Without scripts the picture is a button that tells where it was hit.
final class FocalPages {
    private static final Size.Fit SHOWN = new Size.Fit(640, 480);
    private static final List<Shape> SHAPES = List.of(
            new Shape("square", new Size.Exact(200, 200)),
            new Shape("wide", new Size.Exact(320, 120)),
            new Shape("tall", new Size.Exact(120, 240)));

    private final Catalog catalog;
    private final Edits edits;
    private final Looks looks;
    private final InstantSource clock;

    FocalPages(Catalog catalog, Edits edits, Looks looks, InstantSource clock) {
        this.catalog = catalog;
        this.edits = edits;
        this.looks = looks;
        this.clock = clock;
    }

    /// What a crop looks like.
    private record Shape(String name, Size.Exact size) {}

    /// @param shape `square`, `wide` or `tall`
    public record Crop(String shape, String label, String address, int width, int height) {}

    List<Route> routes() {
        return List.of(
                Route.page("/image/{id}/focal/", Access.EDITOR, this::page),
                Route.deed("/image/{id}/focal/", Access.EDITOR, this::move));
    }

    private Answer page(Visit visit) {
        ImageDocument document =
                catalog.find(visit.id()).filter(found -> !found.isDeleted()).orElseThrow(Visit::noPicture);
        Dimensions shown = document.facts()
                .map(facts -> facts.dimensions().scaledTo(SHOWN))
                .orElse(new Dimensions(SHOWN.width(), SHOWN.height()));
        Focal point = document.focus().orCentre();
        Map<String, Object> model = new HashMap<>();
        model.put("id", document.id().text());
        model.put("heading", Tiles.title(document, visit));
        model.put("shown", looks.address(visit.request(), document, SHOWN, ImageFormat.JPEG));
        model.put("width", shown.width());
        model.put("height", shown.height());
        model.put("x", point.x());
        model.put("y", point.y());
        model.put("set", document.focus().point().isPresent());
        model.put("crops", crops(document, visit));
        return Answer.Page.of("focal", visit.say("focal.title"), model);
    }

    private List<Crop> crops(ImageDocument document, Visit visit) {
        return SHAPES.stream()
                .map(shape -> new Crop(
                        shape.name(),
                        visit.say("focal." + shape.name()),
                        looks.address(visit.request(), document, shape.size(), ImageFormat.JPEG),
                        shape.size().width(),
                        shape.size().height()))
                .toList();
    }

    private Answer move(Visit visit) {
        ImageId id = visit.id();
        Optional<Focal> point = visit.parameter("remove").isEmpty() ? Optional.of(point(visit)) : Optional.empty();
        Timestamp now = Timestamp.of(clock.instant());
        AtomicReference<Optional<Focal>> before = new AtomicReference<>(Optional.empty());
        edits.update(id, document -> {
            before.set(document.focus().point());
            return document.with(document.focus().movedTo(point)).modifiedAt(now);
        });
        visit.tell(visit.say("done.focal"), Undo.Refocus.of(id, before.get()));
        return new Answer.See("image/" + id + "/focal/");
    }

    /// A picture that is a button sends `point.x` and `point.y` in its own pixels; scripts send shares.
    private static Focal point(Visit visit) {
        try {
            return visit.parameter("x").isEmpty()
                    ? new Focal(share(visit, "point.x", "width"), share(visit, "point.y", "height"))
                    : new Focal(Double.parseDouble(visit.parameter("x")), Double.parseDouble(visit.parameter("y")));
        } catch (IllegalArgumentException wrong) {
            throw nowhere().exception(wrong);
        }
    }

    private static double share(Visit visit, String at, String of) {
        double share = Double.parseDouble(visit.parameter(at)) / Double.parseDouble(visit.parameter(of));
        return Math.clamp(share, 0, 1);
    }

    private static Failure nowhere() {
        return new Failure.Unprocessable("a point is two shares, from 0 to 1");
    }
}
