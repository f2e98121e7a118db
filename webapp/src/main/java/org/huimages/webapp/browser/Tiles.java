package org.huimages.webapp.browser;

import java.util.List;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.client.PictureOptions;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;

/// Makes tiles of documents. Nothing is asked for: what a tile needs stands in its document.
record Tiles(Looks looks) {
    private static final Size.Fit BOX = new Size.Fit(420, 210);
    private static final int STEP = 5;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 300;
    private static final int USUAL = 150;
    private static final int PERCENT = 100;

    List<Tile> of(List<ImageDocument> documents, Visit visit) {
        return documents.stream().map(document -> of(document, visit)).toList();
    }

    Tile of(ImageDocument document, Visit visit) {
        String title = title(document, visit);
        String label = title.isEmpty() ? visit.say("picture.untitled") : title;
        String id = document.id().text();
        return new Tile(
                id,
                "image/" + id + "/",
                title,
                label,
                looks.picture(
                        visit.request(), document, BOX, PictureOptions.usual().with("alt", label)),
                shape(document));
    }

    /// The newest title, else the file name, for those who may know it.
    static String title(ImageDocument document, Visit visit) {
        List<String> titles = document.description().titles();
        if (!titles.isEmpty()) {
            return titles.getLast();
        }
        return visit.audience() == org.huimages.catalog.Audience.READERS
                ? document.description().filename().replace('_', ' ')
                : "";
    }

    /// `a150` for one that is half as wide again as it is high; in steps that the style sheet knows.
    static String shape(ImageDocument document) {
        int percent =
                document.facts().map(Facts::dimensions).map(Tiles::percent).orElse(USUAL);
        int rounded = (percent + STEP / 2) / STEP * STEP;
        return "a" + Math.clamp(rounded, NARROWEST, WIDEST);
    }

    private static int percent(Dimensions dimensions) {
        return Math.toIntExact((long) dimensions.width() * PERCENT / dimensions.height());
    }
}
