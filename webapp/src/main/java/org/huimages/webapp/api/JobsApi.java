package org.huimages.webapp.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huimages.catalog.JsonText;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Arguments;
import org.huimages.job.Job;
import org.huimages.job.JobKind;
import org.huimages.job.Jobs;
import org.huimages.job.Parameter;
import org.huimages.job.ReportPage;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.JsonBody;
import org.huimages.webapp.http.JsonParts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Work on all pictures: started, watched, stopped.
final class JobsApi {
    private static final String KIND = "kind";
    private static final int CREATED = 201;

    private final Jobs jobs;

    JobsApi(Jobs jobs) {
        this.jobs = jobs;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/jobs", Access.ADMIN, this::list),
                Route.of("POST", "/jobs", Access.ADMIN, this::start).thatReadsJsonAndWaits(),
                Route.of("GET", "/jobs/{n}", Access.ADMIN, this::find),
                Route.of("DELETE", "/jobs/{n}", Access.ADMIN, this::stop),
                Route.of("GET", "/jobs/{n}/report", Access.ADMIN, this::report)
                        .taking("from", "limit")
                        .thatWaits());
    }

    private Reply list(Call call) {
        ObjectNode answer = Json.object();
        ArrayNode all = answer.putArray("jobs");
        jobs.list().forEach(job -> all.add(view(job)));
        return Reply.ok(answer).keptByNobody();
    }

    private ObjectNode view(Job job) {
        return JobView.of(
                job, jobs.kind(job.record().kind()).map(JobKind::parameters).orElse(List.of()));
    }

    private Reply start(Call call) {
        SequencedMap<String, JsonText> body = JsonBody.members(call.request());
        JobKind kind = kind(body);
        Job job = jobs.start(kind, arguments(kind, body), call.user());
        String place =
                call.request().getContextPath() + "/api/jobs/" + job.record().number();
        return Reply.of(CREATED, view(job)).keptByNobody().with("Location", place);
    }

    private JobKind kind(SequencedMap<String, JsonText> body) {
        String known = jobs.kinds().stream().map(JobKind::name).collect(Collectors.joining(", "));
        Field field = Field.of(body, KIND)
                .orElseThrow(() -> new Failure.Unprocessable("'kind' is missing: one of " + known).exception());
        return jobs.kind(field.text()).orElseThrow(() -> field.wrong("one of " + known));
    }

    private static Arguments arguments(JobKind kind, SequencedMap<String, JsonText> body) {
        Map<String, Parameter> known =
                kind.parameters().stream().collect(Collectors.toMap(Parameter::name, parameter -> parameter));
        Map<String, String> values = new TreeMap<>();
        body.forEach((name, value) -> {
            if (!name.equals(KIND)) {
                Parameter parameter =
                        Optional.ofNullable(known.get(name)).orElseThrow(() -> Field.unknown("field", name));
                values.put(name, text(parameter, new Field(name, value)));
            }
        });
        return new Arguments(values);
    }

    private static String text(Parameter parameter, Field field) {
        String text = switch (parameter) {
            case Parameter.Flag flag -> Boolean.toString(field.truth());
            case Parameter.Whole number -> Integer.toString(field.wholeNumber(number.least(), number.most()));
            case Parameter.Id id -> string(field, parameter);
            case Parameter.Folder folder -> string(field, parameter);
        };
        if (!parameter.takes(text)) {
            throw field.wrong(parameter.form());
        }
        return text;
    }

    private static String string(Field field, Parameter parameter) {
        if (!field.value().text().startsWith("\"")) {
            throw field.wrong(parameter.form());
        }
        return JsonParts.tree(field.value()).stringValue();
    }

    /// With an ETag: who polls costs next to nothing.
    private Reply find(Call call) {
        ObjectNode job = view(jobs.find(number(call)).orElseThrow(JobsApi::noJob));
        EntityTag tag = new EntityTag(EntityTag.hash(Json.text(job)), "job");
        String kept = call.request().getHeader("If-None-Match");
        Reply reply = kept != null && tag.isKept(kept) ? Reply.unchanged() : Reply.ok(job);
        return reply.with("ETag", tag.header());
    }

    private Reply stop(Call call) {
        if (!jobs.stop(number(call))) {
            throw noJob();
        }
        return Reply.nothing();
    }

    private Reply report(Call call) {
        long from = call.query("from").map(JobsApi::place).orElse(0L);
        ReportPage page = jobs.report(number(call), from, call.limit()).orElseThrow(JobsApi::noJob);
        ObjectNode answer = Json.object();
        ArrayNode lines = answer.putArray("lines");
        page.lines().forEach(line -> lines.add(JobView.of(line)));
        page.next().ifPresent(next -> answer.put("next", next));
        return Reply.ok(answer).keptByNobody();
    }

    private static long place(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new Failure.Unprocessable("'from' has to be the 'next' of a page before").exception();
        }
        return Long.parseLong(text);
    }

    private static long number(Call call) {
        String text = call.variable("n");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static FailureException noJob() {
        return new Failure.NotFound("there is no job with this number").exception();
    }
}
