package org.huimages.webapp.api;

import java.util.List;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Job;
import org.huimages.job.Jobs;
import org.huimages.job.ReportPage;
import org.huimages.webapp.http.Access;
import org.huimages.webapp.http.Json;
import org.huimages.webapp.http.JsonBody;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Work on all pictures: started, watched, stopped.
final class JobsApi {
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
        jobs.list().forEach(job -> all.add(JobView.of(job, jobs)));
        return Reply.ok(answer).keptByNobody();
    }

    private Reply start(Call call) {
        Job job = JobOrder.of(jobs, JsonBody.members(call.request())).start(call.user());
        String place =
                call.request().getContextPath() + "/api/jobs/" + job.record().number();
        return Reply.of(CREATED, JobView.of(job, jobs)).keptByNobody().with("Location", place);
    }

    /// With an ETag: who polls costs next to nothing.
    private Reply find(Call call) {
        ObjectNode job = JobView.of(jobs.find(number(call)).orElseThrow(JobsApi::noJob), jobs);
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
        return Reply.ok(JobView.of(page)).keptByNobody();
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
