package org.huimages.webapp.browser;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
import org.huimages.edit.Edits;
import org.huimages.upload.Spool;
import org.huimages.webapp.api.Intake;
import org.huimages.webapp.api.Workshop;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Origin;

/// What the pages are made of.
///
/// @param browse who may see lists of pictures (`HUIMAGES_BROWSE`)
/// @param state what the page for administrators shows
public record BrowserParts(
        Catalog catalog,
        Edits edits,
        Intake intake,
        Spool spool,
        Workshop workshop,
        Looks looks,
        Audience browse,
        Operations state,
        InstantSource clock) {

    /// How long a page waits for what an original says of itself.
    private static final Duration EXIF = Duration.ofSeconds(1);

    /// The JSPs, each under the name of its servlet.
    private static final List<String> PAGES = List.of(
            "start", "picture", "list", "tags", "upload", "edit", "trash", "focal", "admin", "login", "again",
            "failure");

    /// The servlets that JSPs have become, by name.
    ///
    /// @return classes by name
    public static Map<String, String> servlets() {
        return PAGES.stream()
                .collect(Collectors.toMap(
                        BrowserParts::jsp, page -> "org.apache.jsp.WEB_002dINF.pages." + page + "_jsp"));
    }

    static String jsp(String page) {
        return "page-" + page;
    }

    /// Every page there is. Of two that fit the same path the first counts.
    List<Route> routes() {
        Access browsing = browse == Audience.PUBLIC ? Access.ANYONE : Access.READER;
        Tiles tiles = new Tiles(looks);
        Marking marking = new Marking(catalog);
        MakingPages making = new MakingPages(catalog, edits, state.renditions());
        return Stream.of(
                        new LoginPages().routes(),
                        new StartPages(catalog, tiles).routes(browsing),
                        new ListPages(catalog, tiles).routes(browsing),
                        new PicturePages(catalog, tiles, new ExifReader(workshop, EXIF), browsing).routes(),
                        new PictureDeeds(edits, marking, clock).routes(),
                        new FocalPages(catalog, edits, looks, clock).routes(),
                        new UploadPages(intake, spool).routes(),
                        new BulkPages(catalog, edits, marking, tiles, clock).routes(),
                        new TrashPages(catalog, edits).routes(),
                        new AdminPages(state, making).routes(),
                        making.routes())
                .flatMap(List::stream)
                .toList();
    }

    Optional<String> publicOrigin() {
        return looks.publicUrl().map(Origin::of);
    }
}
