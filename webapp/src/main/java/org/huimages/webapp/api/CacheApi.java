package org.huimages.webapp.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.huimages.catalog.JsonText;
import org.huimages.edit.Edits;
import org.huimages.failure.Failure;
import org.huimages.keeper.Ages;
import org.huimages.keeper.CacheKeeper;
import org.huimages.keeper.CacheReport;
import org.huimages.rendition.RenditionKey;
import org.huimages.rendition.SizePolicy;
import org.huimages.rendition.Warmer;
import org.huimages.url.Extension;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.Size;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.JsonBody;
import tools.jackson.databind.node.ObjectNode;

/// What is in the cache, and calls to fill it and to empty it.
final class CacheApi {
    private static final int ACCEPTED = 202;
    private static final Duration LATER = Duration.ofSeconds(30);
    private static final Set<String> FIELDS = Set.of("ids", "sizes", "formats");

    private final Edits edits;
    private final Workshop workshop;
    private final Warmer warmer;

    CacheApi(Edits edits, Workshop workshop, Warmer warmer) {
        this.edits = edits;
        this.workshop = workshop;
        this.warmer = warmer;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/cache", Access.ADMIN, this::report).thatWaits(),
                Route.of("POST", "/cache/warm", Access.EDITOR, this::warm),
                Route.of("DELETE", "/images/{id}/renditions", Access.EDITOR, this::forget)
                        .thatWaits());
    }

    private Reply report(Call call) {
        CacheKeeper keeper = workshop.cache().keeper();
        CacheReport report = keeper.report();
        ObjectNode answer = Json.object()
                .put("bytes", report.bytes())
                .put("files", report.files())
                .put("maxBytes", report.maxBytes())
                .put("exact", report.exact())
                .put("counting", report.counting())
                .put(
                        "counted",
                        report.counted().equals(Instant.EPOCH)
                                ? null
                                : report.counted().toString());
        answer.putObject("disk")
                .put("free", report.disk().free())
                .put("total", report.disk().total())
                .put("floor", report.floor().bytes())
                .put(
                        "freeInodes",
                        report.disk().inodes() == 0 ? null : report.disk().freeInodes())
                .put("floorInodes", report.floor().inodes());
        answer.put("evicted", report.counters().evicted())
                .put("evictedBytes", report.counters().evictedBytes())
                .put("notKept", report.counters().notKept());
        addAges(answer.putObject("unused"), keeper.ages());
        addProgress(answer.putObject("warming"));
        return Reply.ok(answer).keptByNobody();
    }

    private static void addAges(ObjectNode unused, Ages ages) {
        unused.put("day", ages.day())
                .put("week", ages.week())
                .put("month", ages.month())
                .put("older", ages.older());
    }

    private void addProgress(ObjectNode warming) {
        Warmer.Progress progress = warmer.progress();
        warming.put("waiting", progress.waiting()).put("made", progress.made()).put("failed", progress.failed());
    }

    private Reply warm(Call call) {
        SequencedMap<String, JsonText> body = JsonBody.members(call.request());
        body.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Field.unknown("field", name);
                });
        List<RenditionKey> keys = keys(body);
        if (!warmer.offer(keys)) {
            throw new Failure.TooMany("no more than %d renditions can wait".formatted(Warmer.MOST), LATER).exception();
        }
        ObjectNode answer = Json.object().put("accepted", keys.size());
        addProgress(answer);
        return Reply.of(ACCEPTED, answer).keptByNobody();
    }

    private List<RenditionKey> keys(SequencedMap<String, JsonText> body) {
        List<ImageId> ids = read(body, "ids", "the ID of a picture", CacheApi::id);
        List<Size> sizes = read(body, "sizes", "a size such as 240x160, or its name", CacheApi::size);
        List<Extension> formats = body.containsKey("formats")
                ? read(body, "formats", "jpeg, webp, png or avif", CacheApi::format)
                : List.of(Extension.JPEG);
        if ((long) ids.size() * sizes.size() * formats.size() > Warmer.MOST) {
            throw new Failure.Unprocessable("no more than %d renditions at once".formatted(Warmer.MOST)).exception();
        }
        return ids.stream()
                .flatMap(id -> sizes.stream()
                        .flatMap(size -> formats.stream().map(format -> new ImagePath(size, id, "", format))))
                .map(this::allowed)
                .toList();
    }

    /// Where sizes have to be signed an editor may warm up any, as he is who gives out the links.
    private RenditionKey allowed(ImagePath path) {
        if (!(workshop.sizes() instanceof SizePolicy.Signed)) {
            workshop.sizes().check(path, Optional.empty(), Instant.now());
        }
        workshop.limits().check(path.size());
        return RenditionKey.of(path);
    }

    private static <T> List<T> read(
            SequencedMap<String, JsonText> body, String name, String what, Function<String, Optional<T>> reader) {
        Field field = Field.of(body, name)
                .orElseThrow(() -> new Failure.Unprocessable("'%s' is missing".formatted(name)).exception());
        return field.texts().stream()
                .map(text -> reader.apply(text).orElseThrow(() -> field.wrong("a list, each " + what)))
                .distinct()
                .toList();
    }

    private static Optional<ImageId> id(String text) {
        return ImageId.parse(text);
    }

    private static Optional<Size> size(String text) {
        return Size.parse(text).or(() -> Size.named(text)).filter(size -> !(size instanceof Size.Original));
    }

    private static Optional<Extension> format(String text) {
        return Extension.parse(text).filter(extension -> extension.format().renderable());
    }

    /// Whatever was made of the picture is made again when it is asked for.
    private Reply forget(Call call) {
        edits.forgetRenditions(call.id());
        return Reply.nothing();
    }
}
