package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.LifecycleException;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class JobsTest {
    @TempDir
    Path folder;

    private ApiServer server;
    private Caller root;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new ApiServer(folder);
        root = server.as(TestRealm.ADMIN);
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    private Answer post(String json) {
        return root.json("POST", "/api/jobs", json);
    }

    private Answer job() {
        return root.get("/api/jobs/1").is(200);
    }

    private Answer awaited(String state) throws InterruptedException {
        while (!job().text("state").equals(state)) {
            Thread.sleep(5);
        }
        return job();
    }

    @Test
    void aJobIsStartedWatchedAndDone() throws InterruptedException {
        Answer started = post("{\"kind\": \"scrub\", \"dryRun\": true, \"rate\": 1000, \"salvage\": \"7\"}")
                .is(201);
        assertEquals("/img/api/jobs/1", started.header("Location"));
        assertEquals(
                "{\"dryRun\":true,\"rate\":1000,\"salvage\":\"7\"}",
                started.body().get("arguments").toString());
        assertEquals("running", started.text("state"));
        assertEquals("root", started.text("by"));
        server.kind.steps.release();
        while (job().body().get("done").asInt() < 1) {
            Thread.sleep(5);
        }
        Answer halfway = job();
        assertEquals(3, halfway.body().get("total").asInt());
        assertEquals(100, halfway.body().get("bytes").asInt());
        assertTrue(halfway.body().get("rate").asDouble() > 0, halfway.body()::toString);
        assertTrue(halfway.body().has("eta"));
        server.kind.steps.release(2);
        Answer done = awaited("done");
        assertEquals(3, done.body().get("failed").asInt());
        assertEquals("{\"bad\":3}", done.body().get("counts").toString());
        assertEquals("step 2", done.body().at("/last/2/subject").asString());
        assertEquals(
                ApiServer.NOW.toString().replace("654Z", "Z"),
                done.text("finished").replace("654Z", "Z"));
        assertEquals(1, root.get("/api/jobs").is(200).body().get("jobs").size());
    }

    @Test
    void whoPollsIsToldThatNothingHasChanged() throws InterruptedException {
        post("{\"kind\": \"scrub\"}").is(201);
        server.kind.steps.release(3);
        Answer done = awaited("done");
        root.with("If-None-Match", done.header("ETag")).get("/api/jobs/1").is(304);
        root.with("If-None-Match", "\"other\"").get("/api/jobs/1").is(200);
    }

    @Test
    void theReportComesPageByPage() throws InterruptedException {
        post("{\"kind\": \"scrub\"}").is(201);
        server.kind.steps.release(3);
        awaited("done");
        Answer first = root.get("/api/jobs/1/report?limit=2").is(200);
        assertEquals(2, first.body().get("lines").size());
        Answer second = root.get(
                        "/api/jobs/1/report?from=" + first.body().get("next").asLong())
                .is(200);
        assertEquals("step 2", second.body().at("/lines/0/subject").asString());
        assertTrue(!second.body().has("next"));
        root.get("/api/jobs/1/report?from=x").is(422);
        assertEquals(
                0,
                root.get("/api/jobs/1/report?from=99999")
                        .is(200)
                        .body()
                        .get("lines")
                        .size());
    }

    @Test
    void aJobIsStopped() throws InterruptedException {
        post("{\"kind\": \"scrub\"}").is(201);
        root.send("DELETE", "/api/jobs/1").is(204);
        assertEquals(0, awaited("stopped").body().get("done").asInt());
        root.send("DELETE", "/api/jobs/1").is(204);
        post("{\"kind\": \"scrub\"}").is(201);
        assertEquals(2, root.get("/api/jobs").body().at("/jobs/0/number").asInt());
    }

    @Test
    void ofAKindOneIsAtWork() {
        post("{\"kind\": \"scrub\"}").is(201);
        assertTrue(post("{\"kind\": \"scrub\"}").is(409).text("detail").contains("job 1 (scrub) is at work"));
    }

    @Test
    void whatIsNotThereIsNotFound() {
        for (String number : List.of("1", "0", "-1", "x", "9".repeat(30))) {
            root.get("/api/jobs/" + number).is(404);
            root.send("DELETE", "/api/jobs/" + number).is(404);
            root.get("/api/jobs/" + number + "/report").is(404);
        }
    }

    @Test
    void whatCannotBeAnArgumentIsRefused() {
        String id = Samples.id(1).text();
        for (String wrong : List.of(
                "",
                "\"kind\": \"dance\"",
                "\"kind\": 1",
                "\"kind\": null",
                "\"kind\": \"scrub\", \"colour\": \"red\"",
                "\"kind\": \"scrub\", \"dryRun\": \"true\"",
                "\"kind\": \"scrub\", \"dryRun\": 1",
                "\"kind\": \"scrub\", \"rate\": 0",
                "\"kind\": \"scrub\", \"rate\": 1.5",
                "\"kind\": \"scrub\", \"rate\": \"1\"",
                "\"kind\": \"scrub\", \"after\": \"x\"",
                "\"kind\": \"scrub\", \"after\": [\"" + id + "\"]",
                "\"kind\": \"scrub\", \"salvage\": \"../x\"",
                "\"kind\": \"scrub\", \"salvage\": \"/etc\"",
                "\"kind\": \"scrub\", \"salvage\": \"..\"",
                "\"kind\": \"scrub\", \"salvage\": \"\"",
                "\"kind\": \"scrub\", \"salvage\": \"a b\"")) {
            post("{" + wrong + "}").is(422);
        }
        post("[]").is(422);
        post("{").is(400);
        root.with("Content-Type", "text/plain")
                .send("POST", "/api/jobs", new byte[] {'{', '}'})
                .is(415);
        assertEquals(0, root.get("/api/jobs").is(200).body().get("jobs").size());
        post("{\"kind\": \"scrub\", \"after\": \"" + id + "\"}").is(201);
    }
}
