package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;

/// Jobs: started, watched, stopped.
abstract class ApiJobs {
    private final Api root;

    ApiJobs(Api api) {
        root = api.as(User.ADMIN);
    }

    private Answer start(String json) {
        return root.json("POST", "/api/jobs", json);
    }

    /// The job, when it is over.
    private Answer over(Answer started) {
        String address = started.is(201).header("Location");
        while (root.get(address).is(200).text("state").equals("running")) {
            Server.pause();
        }
        return root.get(address);
    }

    @Test
    void theCatalogIsScrubbed() {
        String id = root.upload(PictureMaker.jpeg(PictureMaker.photo(60, 40, 7901)), "")
                .is(201)
                .text("id");
        Answer done = over(start("{\"kind\": \"scrub\", \"repair\": true, \"rate\": 1000}"));
        assertEquals("done", done.text("state"), done.raw());
        assertEquals("root", done.text("by"));
        assertTrue(done.body().path("done").asInt() > 0, done.raw());
        assertTrue(
                done.body().path("last").findValues("subject").stream()
                        .noneMatch(subject -> subject.asString().equals(id)),
                done.raw());
        String address = "/api/jobs/" + done.body().path("number").asInt();
        root.with("If-None-Match", done.header("ETag")).get(address).is(304);
        root.get(address + "/report?from=0&limit=10").is(200);
        assertTrue(root.get("/api/jobs").is(200).raw().contains("\"scrub\""));
        root.send("DELETE", address).is(204);
    }

    @Test
    void whatIsThereIsExportedAndImported() {
        root.upload(PictureMaker.jpeg(PictureMaker.photo(60, 40, 7902)), "?title=kept")
                .is(201);
        Answer exported = over(start("{\"kind\": \"export\", \"folder\": \"all\"}"));
        assertEquals("done", exported.text("state"), exported.raw());
        start("{\"kind\": \"export\", \"folder\": \"all\"}").is(409);
        Answer imported = over(start("{\"kind\": \"import\", \"folder\": \"all\", \"dryRun\": true}"));
        assertEquals("done", imported.text("state"), imported.raw());
        assertEquals(
                exported.body().path("done").asInt(),
                imported.body().path("done").asInt());
    }

    @Test
    void whatThisServerIsNotSetUpForIsRefused() {
        assertTrue(start("{\"kind\": \"migrate\"}").is(409).text("detail").contains("HUIMAGESCOUCHSERVER"));
        start("{\"kind\": \"import\", \"folder\": \"none\"}").is(409);
        start("{\"kind\": \"import\"}").is(422);
        start("{\"kind\": \"scrub\", \"salvage\": \"../../etc\"}").is(422);
        start("{\"kind\": \"scrub\", \"folder\": \"x\"}").is(422);
        start("{\"kind\": \"dance\"}").is(422);
        root.as(User.EDITOR).json("POST", "/api/jobs", "{\"kind\": \"scrub\"}").is(403);
        root.get("/api/jobs/999").is(404);
    }
}
