package org.huimages.webapp.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.huimages.job.Job;
import org.huimages.job.JobKind;
import org.huimages.job.JobRecord;
import org.huimages.job.Jobs;
import org.huimages.job.Parameter;
import org.huimages.job.Progress;
import org.huimages.job.ReportLine;
import org.huimages.job.ReportPage;
import org.huimages.webapp.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A job as the API shows it.
public final class JobView {
    private static final double HUNDRED = 100;

    private JobView() {}

    /// @param jobs that it is one of
    public static ObjectNode of(Job job, Jobs jobs) {
        JobRecord record = job.record();
        List<Parameter> parameters =
                jobs.kind(record.kind()).map(JobKind::parameters).orElse(List.of());
        ObjectNode node = Json.object()
                .put("number", record.number())
                .put("kind", record.kind())
                .put("state", record.state().text())
                .put("reason", orNull(record.reason()))
                .put("waiting", orNull(job.waiting()));
        ObjectNode arguments = node.putObject("arguments");
        parameters.forEach(parameter ->
                record.arguments().text(parameter).ifPresent(value -> putArgument(arguments, parameter, value)));
        put(node, record.progress());
        node.put("rate", job.rate().isPresent() ? Math.round(job.rate().getAsDouble() * HUNDRED) / HUNDRED : null)
                .put("eta", job.eta().isPresent() ? job.eta().getAsLong() : null)
                .put("by", orNull(record.by()))
                .put("started", text(record.started()))
                .put("finished", record.finished().map(JobView::text).orElse(null))
                .put("lines", record.report().lines());
        ArrayNode last = node.putArray("last");
        job.last().forEach(line -> last.add(of(line)));
        return node;
    }

    private static void put(ObjectNode node, Progress progress) {
        node.put("phase", orNull(progress.phase()))
                .put("total", progress.total().isPresent() ? progress.total().getAsLong() : null)
                .put("done", progress.done())
                .put("failed", progress.failed())
                .put("bytes", progress.bytes())
                .put("cursor", orNull(progress.cursor()));
        ObjectNode counts = node.putObject("counts");
        progress.counts().forEach(counts::put);
    }

    /// As it was given.
    private static void putArgument(ObjectNode arguments, Parameter parameter, String value) {
        switch (parameter) {
            case Parameter.Flag flag -> arguments.put(flag.name(), Boolean.parseBoolean(value));
            case Parameter.Whole number -> arguments.put(number.name(), Integer.parseInt(value));
            case Parameter.Id id -> arguments.put(id.name(), value);
            case Parameter.Folder folder -> arguments.put(folder.name(), value);
        }
    }

    private static String text(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    /// A part of a report.
    public static ObjectNode of(ReportPage page) {
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray("lines");
        page.lines().forEach(line -> lines.add(of(line)));
        page.next().ifPresent(next -> answer.put("next", next));
        return answer;
    }

    private static ObjectNode of(ReportLine line) {
        return Json.object()
                .put("subject", line.subject())
                .put("what", line.what())
                .put("why", line.why());
    }
}
