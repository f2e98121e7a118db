package org.huimages.webapp.api;

import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.edit.Edits;
import org.huimages.job.Jobs;
import org.huimages.rendition.Warmer;
import org.huimages.upload.Uploads;
import org.huimages.webapp.http.Access;

/// What the API is made of.
///
/// @param browse who may see lists of pictures (`HUIMAGES_BROWSE`)
public record ApiParts(
        Uploads uploads,
        UploadReader reader,
        Catalog catalog,
        Edits edits,
        Workshop workshop,
        Warmer warmer,
        Jobs jobs,
        DocumentView view,
        Audience browse,
        InstantSource clock) {

    /// Every call there is. Of two that fit the same path the first counts.
    List<Route> routes() {
        Pictures pictures = new Pictures(catalog);
        return Stream.of(
                        new UploadApi(new Intake(uploads, catalog), reader, view).routes(),
                        new ListsApi(catalog, view, browsing()).routes(),
                        new ImagesApi(pictures, edits, view, clock).routes(),
                        new MarksApi(catalog, pictures).routes(),
                        new ExplainApi(new Explainer(catalog, workshop)).routes(),
                        new CacheApi(edits, workshop, warmer).routes(),
                        new JobsApi(jobs).routes(),
                        new SessionApi().routes(),
                        new OpenApi().routes())
                .flatMap(List::stream)
                .toList();
    }

    private Access browsing() {
        return switch (browse) {
            case PUBLIC -> Access.ANYONE;
            case READERS -> Access.READER;
        };
    }
}
