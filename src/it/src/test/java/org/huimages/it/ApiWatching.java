package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;

/// What tells about the server: explain, session, description, health, metrics.
abstract class ApiWatching {
    private final Api api;
    private final Api ann;

    ApiWatching(Api api) {
        this.api = api;
        ann = api.as(User.EDITOR);
    }

    @Test
    void anAddressIsExplained() {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(600, 400, 6001));
        String id = ann.upload(photo, "").text("id");
        String picture = "/240x160/" + id + "/name.jpeg";
        Answer before = ann.get("/api/explain?path=" + picture).is(200);
        assertEquals("picture", before.text("meaning"));
        assertTrue(before.body().get("allowed").asBoolean());
        assertFalse(before.body().get("cached").asBoolean());
        assertFalse(before.texts("steps").isEmpty());
        assertTrue(before.body().get("memory").asLong() > 0);
        assertEquals(200, ann.http().get(picture).statusCode());
        Answer after = ann.get("/api/explain?path=" + picture).is(200);
        assertTrue(after.body().get("cached").asBoolean());
        assertEquals(
                "moved", ann.get("/api/explain?path=/small/" + id + "/x.jpeg").text("meaning"));
        assertEquals("nothing", ann.get("/api/explain?path=/favicon.ico").text("meaning"));
        Answer large = ann.get("/api/explain?path=/9000x10/" + id + ".jpeg").is(200);
        assertFalse(large.body().get("allowed").asBoolean());
        assertTrue(large.text("refusal").contains("HUIMAGES_MAX_EDGE"), large.raw());
    }

    @Test
    void theCacheTellsWhatItHoldsAndIsWarmedUpAndEmptied() {
        String id = ann.upload(PictureMaker.jpeg(PictureMaker.photo(600, 400, 6002)), "")
                .text("id");
        Answer warming = ann.json(
                "POST",
                "/api/cache/warm",
                "{\"ids\": [\"" + id + "\"], \"sizes\": [\"31x31\"], \"formats\": [\"webp\"]}");
        assertEquals(1, warming.is(202).body().get("accepted").asInt());
        String picture = "/api/explain?path=/31x31/" + id + ".webp";
        while (!ann.get(picture).is(200).body().get("cached").asBoolean()) {
            Server.pause();
        }
        Answer cache = api.as(User.ADMIN).get("/api/cache").is(200);
        assertTrue(cache.body().get("files").asLong() > 0, cache.raw());
        assertEquals(20L << 30, cache.body().get("maxBytes").asLong());
        ann.send("DELETE", "/api/images/" + id + "/renditions").is(204);
        assertFalse(ann.get(picture).is(200).body().get("cached").asBoolean());
        ann.json("POST", "/api/cache/warm", "{\"ids\": [\"x\"], \"sizes\": []}").is(422);
    }

    @Test
    void theSessionSaysWhoItIs() {
        assertEquals(
                "{\"user\":null,\"roles\":[],\"csrf\":null}\n",
                api.as(User.NOBODY).get("/api/session").is(200).raw());
        assertEquals(
                "{\"user\":\"root\",\"roles\":[\"huimages-reader\",\"huimages-editor\",\"huimages-admin\"],"
                        + "\"csrf\":null}\n",
                api.as(User.ADMIN).get("/api/session").is(200).raw());
    }

    @Test
    void theDescriptionIsServedToAnybody() {
        Answer described = api.as(User.NOBODY).get("/api/openapi.json").is(200);
        assertEquals("/api", described.body().at("/servers/0/url").asString());
        assertEquals(api.description().document(), described.body());
    }

    @Test
    void healthIsForAnybodyAndNamesEveryPart() {
        Api anybody = api.as(User.NOBODY);
        assertEquals("ok", anybody.get("/health/live").is(200).text("status"));
        Answer ready = anybody.get("/health/ready").is(200);
        assertEquals("ok", ready.text("status"));
        assertEquals("ok", ready.text("catalog"));
        assertEquals("ok", ready.text("originals"));
        assertTrue(ready.body().has("libvips"), ready.raw());
        anybody.get("/health/other").is(404);
    }

    @Test
    void metricsAreForMonitorsAlone() {
        for (User user : User.values()) {
            int expected = switch (user) {
                case NOBODY -> 401;
                case MONITOR -> 200;
                default -> 403;
            };
            if (user != User.VICTIM) {
                api.as(user).get("/metrics").is(expected);
            }
        }
        Answer metrics = api.as(User.MONITOR).get("/metrics");
        assertTrue(metrics.type().startsWith("text/plain"), metrics.type());
        assertTrue(metrics.raw().contains("\nhuimages_"), metrics.raw());
    }
}
