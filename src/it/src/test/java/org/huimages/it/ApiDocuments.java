package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;

/// `GET` and `PATCH /api/images/{id}`
abstract class ApiDocuments {
    private final Api anybody;
    private final Api rita;
    private final Api ann;

    ApiDocuments(Api api) {
        anybody = api.as(User.NOBODY);
        rita = api.as(User.READER);
        ann = api.as(User.EDITOR);
    }

    private String uploaded(int number) {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(60, 40, 2000 + number));
        return ann.upload(photo, "?filename=secret.jpg&title=t&type=x&type=y&ref.k=1&ref.k=2")
                .text("id");
    }

    @Test
    void whoHasTheIdSeesThePictureButNotWhatPeopleSaid() {
        String id = uploaded(1);
        Answer open = anybody.get("/api/images/" + id).is(200);
        for (String secret : List.of("filename", "references", "uploader")) {
            assertFalse(open.body().has(secret), open.raw());
            assertTrue(rita.get("/api/images/" + id).body().has(secret), secret);
        }
        assertEquals(60, open.body().get("width").asInt());
        anybody.get("/api/images/" + "A".repeat(32) + "01").is(404);
        anybody.get("/api/images/" + "A".repeat(32) + "99").is(404);
    }

    @Test
    void theETagTellsWhetherItHasChanged() {
        String path = "/api/images/" + uploaded(2);
        String tag = rita.get(path).header("ETag");
        rita.with("If-None-Match", tag).get(path).is(304);
        assertEquals(
                "", rita.with("If-None-Match", tag).send("HEAD", path).is(304).raw());
        anybody.with("If-None-Match", tag).get(path).is(200);
        ann.json("PATCH", path, "{\"addTitle\": \"new\"}").is(200);
        assertNotEquals(tag, rita.with("If-None-Match", tag).get(path).is(200).header("ETag"));
    }

    @Test
    void everyFieldOfAPatchIsCarriedOutWhatTakesAwayFirst() {
        String id = uploaded(3);
        Answer changed = ann.patch(id, """
                {"addTitle": "two", "addTypes": ["z", "x"], "addReferences": {"k": [1.50, 2], "new": [{"a": null}]},
                 "titles": ["zero", "two", "one"], "removeTypes": ["x", "nothing"],
                 "removeReferences": {"k": [1], "nothing": [1]}, "focal": [0.25, 1], "private": false,
                 "timestamp": "20010203T040506.000007"}
                """).is(200);
        assertEquals(List.of("zero", "one", "two"), changed.texts("titles"));
        assertEquals(List.of("y", "z", "x"), changed.texts("types"));
        assertTrue(changed.raw().contains("\"references\":{\"k\":[2,1.50],\"new\":[{\"a\":null}]}"), changed.raw());
        assertTrue(changed.raw().contains("\"focal\":[0.25,1.0],\"focalRev\":1"), changed.raw());
        assertEquals("20010203T040506.000007", changed.text("mtime"));
        Answer without = ann.patch(id, "{\"focal\": null}").is(200);
        assertTrue(without.raw().contains("\"focal\":null,\"focalRev\":2"), without.raw());
        ann.patch(id, "{\"colour\": \"red\"}").is(422);
        assertEquals(without.body(), ann.get("/api/images/" + id).body());
        assertEquals(without.body(), ann.patch(id, "{}").is(200).body());
    }

    @Test
    void aNewFocalPointMovesTheCrop() {
        String id = uploaded(4);
        String crop = "/20x40!/" + id + "/x.png";
        byte[] middle = ann.http().get(crop).body();
        ann.patch(id, "{\"focal\": [0, 0]}").is(200);
        assertFalse(java.util.Arrays.equals(middle, ann.http().get(crop).body()));
    }

    @Test
    void ifMatchKeepsOneFromUndoingAnothersWork() {
        String path = "/api/images/" + uploaded(5);
        String seenByAll = anybody.get(path).header("ETag");
        Answer first = ann.with("If-Match", seenByAll)
                .json("PATCH", path, "{\"titles\": [\"one\"]}")
                .is(200);
        ann.with("If-Match", seenByAll)
                .json("PATCH", path, "{\"titles\": [\"two\"]}")
                .is(412);
        ann.with("If-Match", "\"x\"")
                .json("PATCH", path, "{\"titles\": [\"two\"]}")
                .is(412);
        ann.with("If-Match", "x").json("PATCH", path, "{\"titles\": [\"two\"]}").is(400);
        assertEquals(List.of("one"), ann.get(path).texts("titles"));
        ann.with("If-Match", "\"x\", W/" + first.header("ETag"))
                .json("PATCH", path, "{\"titles\": [\"two\"]}")
                .is(200);
        ann.with("If-Match", "*")
                .json("PATCH", path, "{\"addTitle\": \"three\"}")
                .is(200);
    }

    @Test
    void withoutIfMatchNobodysChangeIsLost() {
        String id = uploaded(6);
        List<CompletableFuture<Answer>> answers = IntStream.range(0, 24)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> ann.patch(id, "{\"addTypes\": [\"type-%d\"]}".formatted(number))))
                .toList();
        answers.forEach(answer -> answer.join().is(200));
        assertEquals(2 + 24, ann.get("/api/images/" + id).texts("types").size());
    }

    @Test
    void aPrivatePictureIsThereForReadersAlone() {
        String id = uploaded(7);
        String picture = "/30x30/" + id + "/x.jpeg";
        assertEquals(200, anybody.sendUnchecked("GET", picture, new byte[0]).status());
        ann.patch(id, "{\"private\": true}").is(200);
        for (String path : List.of("/api/images/" + id, picture, "/o/" + id + ".jpeg")) {
            for (User user : List.of(User.NOBODY, User.STRANGER, User.MONITOR)) {
                assertEquals(
                        404,
                        anybody.as(user).sendUnchecked("GET", path, new byte[0]).status(),
                        path);
            }
            for (User user : List.of(User.READER, User.EDITOR, User.ADMIN)) {
                assertEquals(
                        200,
                        anybody.as(user).sendUnchecked("GET", path, new byte[0]).status(),
                        path);
            }
        }
        Answer read = rita.sendUnchecked("GET", picture, new byte[0]);
        assertEquals("private, no-store", read.header("Cache-Control"));
        ann.patch(id, "{\"private\": false}").is(200);
        assertEquals(200, anybody.sendUnchecked("GET", picture, new byte[0]).status());
    }

    /// A site before us may have passwords of its own, and send them on.
    @Test
    void whatAnybodyMayHaveIsNotKeptFromSomebodyWithAnotherPassword() {
        String picture = "/31x31/" + uploaded(8) + "/x.jpeg";
        Api guest = anybody.with("Authorization", Http.basic("guest", "of another site"));
        assertEquals(200, guest.sendUnchecked("GET", picture, new byte[0]).status());
        guest.get("/api/session").is(401);
    }
}
