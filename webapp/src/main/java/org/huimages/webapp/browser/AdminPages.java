package org.huimages.webapp.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huimages.keeper.Ages;
import org.huimages.keeper.CacheReport;
import org.huimages.pixel.RenderPool;
import org.huimages.rendition.Warmer;
import org.huimages.webapp.health.Checks;
import org.huimages.webapp.http.Access;
import tools.jackson.databind.JsonNode;

/// How the server is doing, for administrators.
final class AdminPages {
    private static final double GIGA = 1 << 30;
    private static final double MEGA = 1 << 20;

    private final Operations state;
    private final MakingPages making;

    AdminPages(Operations state, MakingPages making) {
        this.state = state;
        this.making = making;
    }

    /// @param good whether it is as it should be
    public record Part(String name, String state, boolean good) {}

    /// A bar of a chart.
    ///
    /// @param value of `most`
    /// @param words what it says
    public record Bar(String name, double value, double most, String words) {}

    /// A line of a table.
    public record Line(String name, String value) {}

    List<Route> routes() {
        return List.of(Route.page("/admin/", Access.ADMIN, this::page));
    }

    private Answer page(Visit visit) {
        Map<String, Object> model = new HashMap<>();
        model.put("parts", parts());
        CacheReport report = state.keeper().report();
        model.put("fill", fill(report, visit));
        model.put("ages", ages(visit));
        model.put("cache", cache(report, visit));
        model.put(
                "queues",
                List.of(
                        queue("admin.quick", state.pools().quick(), visit),
                        queue("admin.slow", state.pools().slow(), visit)));
        model.put("renders", renders(visit));
        model.put("curves", Curves.of(state.trend().samples(), visit));
        making.addTo(model, visit);
        model.put("sizes", state.sizes());
        String path = visit.parameter("path");
        model.put("path", path);
        model.put("explanation", path.isEmpty() ? List.of() : explanation(path));
        return Answer.Page.of("admin", visit.say("admin.title"), model);
    }

    private List<Part> parts() {
        return state.checks().askAll().entrySet().stream()
                .map(part -> new Part(
                        part.getKey(), part.getValue().text(), part.getValue().level() == Checks.Level.OK))
                .toList();
    }

    private static List<Bar> fill(CacheReport report, Visit visit) {
        double used = (double) report.disk().total() - report.disk().free();
        return List.of(
                new Bar(
                        visit.say("admin.cache"),
                        report.bytes(),
                        report.maxBytes(),
                        visit.say("admin.gigabytes", report.bytes() / GIGA, report.maxBytes() / GIGA)),
                new Bar(
                        visit.say("admin.disk"),
                        used,
                        report.disk().total(),
                        visit.say("admin.gigabytes", used / GIGA, report.disk().total() / GIGA)));
    }

    private List<Bar> ages(Visit visit) {
        Ages ages = state.keeper().ages();
        return List.of(
                share(visit, "admin.day", ages.day()),
                share(visit, "admin.week", ages.week()),
                share(visit, "admin.month", ages.month()),
                share(visit, "admin.older", ages.older()));
    }

    private static Bar share(Visit visit, String key, double share) {
        return new Bar(visit.say(key), share, 1, visit.say("admin.share", share));
    }

    private static List<Line> cache(CacheReport report, Visit visit) {
        return List.of(
                line(visit, "admin.files", report.files()),
                line(visit, "admin.evicted", report.counters().evicted()),
                line(visit, "admin.notkept", report.counters().notKept()));
    }

    private static Line line(Visit visit, String key, long value) {
        return new Line(visit.say(key), visit.say("admin.number", value));
    }

    private static Bar queue(String key, RenderPool pool, Visit visit) {
        return new Bar(
                visit.say(key),
                pool.memory(),
                pool.memoryLimit(),
                visit.say(
                        "admin.queue", pool.active(), pool.queued(), pool.memory() / MEGA, pool.memoryLimit() / MEGA));
    }

    private List<Line> renders(Visit visit) {
        Warmer.Progress warming = state.warmer().progress();
        return List.of(
                line(
                        visit,
                        "admin.finished",
                        state.pools().quick().finished() + state.pools().slow().finished()),
                line(
                        visit,
                        "admin.failed",
                        state.pools().quick().failed() + state.pools().slow().failed()),
                line(visit, "admin.warming", warming.waiting()));
    }

    private List<Line> explanation(String path) {
        List<Line> lines = new ArrayList<>();
        state.explainer()
                .explain(path)
                .properties()
                .forEach(entry -> lines.add(new Line(entry.getKey(), words(entry.getValue()))));
        return lines;
    }

    private static String words(JsonNode value) {
        return value.isString() ? value.asString() : value.toString();
    }
}
