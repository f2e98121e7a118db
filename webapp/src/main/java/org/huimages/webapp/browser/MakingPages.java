package org.huimages.webapp.browser;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Timestamp;
import org.huimages.edit.Edits;
import org.huimages.failure.Failure;
import org.huimages.rendition.MakingLog;
import org.huimages.rendition.RenditionKey;
import org.huimages.rendition.Renditions;
import org.huimages.rendition.Viewer;
import org.huimages.url.Extension;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.ParsedPath;
import org.huimages.webapp.http.Access;

/// Which pictures are slow to make, and which cannot be made; and another try.
final class MakingPages {
    private static final Viewer ADMIN = new Viewer("retry", true);
    private static final double MILLIS = 1000;

    private final Catalog catalog;
    private final Edits edits;
    private final Renditions renditions;

    MakingPages(Catalog catalog, Edits edits, Renditions renditions) {
        this.catalog = catalog;
        this.edits = edits;
        this.renditions = renditions;
    }

    /// A line of the table.
    ///
    /// @param path of the rendition: `/240x160/ID.jpeg`
    /// @param size `240x160.jpeg`
    /// @param why it failed; empty if it did not
    public record Made(String id, String path, String size, String took, String when, String why) {}

    List<Route> routes() {
        return List.of(Route.deed("/admin/retry/", Access.ADMIN, this::retry));
    }

    void addTo(Map<String, Object> model, Visit visit) {
        MakingLog log = renditions.log();
        model.put(
                "failed",
                log.failed().stream()
                        .map(failed -> made(failed.key(), failed.took(), failed.when(), why(failed, visit), visit))
                        .toList());
        model.put(
                "slow",
                log.slowest().stream()
                        .map(slow -> made(slow.key(), slow.took(), slow.when(), "", visit))
                        .toList());
    }

    private static String why(MakingLog.Failed failed, Visit visit) {
        String why = failed.why().text();
        return failed.times() == 1 ? why : visit.say("admin.times", why, failed.times());
    }

    private static Made made(RenditionKey key, Duration took, Instant when, String why, Visit visit) {
        return new Made(
                key.id().text(),
                new ImagePath(key.size(), key.id(), "", Extension.of(key.format())).path(),
                key.name(),
                seconds(took, visit),
                FileFacts.date(Timestamp.of(when), visit),
                why);
    }

    private static String seconds(Duration took, Visit visit) {
        return visit.say("admin.seconds", took.toMillis() / MILLIS);
    }

    /// From the original, as if nothing had ever been made of it, and nothing had ever been wrong with it.
    private Answer retry(Visit visit) {
        RenditionKey key = key(visit.parameter("path"));
        heal(key.id());
        edits.forgetRenditions(key.id());
        long start = System.nanoTime();
        renditions.make(key, ADMIN).join().discard();
        visit.tell(visit.say("done.made", seconds(Duration.ofNanos(System.nanoTime() - start), visit)));
        return new Answer.See("admin/");
    }

    private static RenditionKey key(String path) {
        if (ImagePath.parse(path) instanceof ParsedPath.Plain(ImagePath plain)) {
            return RenditionKey.of(plain);
        }
        throw new Failure.Unprocessable("'path' is no path of a picture").exception();
    }

    private void heal(ImageId id) {
        if (catalog.find(id)
                .filter(document -> document.state().broken().isPresent())
                .isPresent()) {
            edits.update(id, document -> document.with(document.state().withBroken(Optional.empty())));
        }
    }
}
