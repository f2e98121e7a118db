package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// All that the API has taken in is there after the server was stopped, and after it was killed.
@Timeout(180)
class ApiRestartIT {
    private static final Map<String, String> SETTINGS = Map.of("IMAGESERVERURL", "https://pictures.example");
    private static final int COUNT = 8;
    private static final int HIDDEN = 1;
    private static final int DELETED = 2;
    private static final int ERASED = 3;

    private static final List<byte[]> PHOTOS = Stream.iterate(0, number -> number + 1)
            .limit(COUNT)
            .map(number -> PictureMaker.jpeg(PictureMaker.photo(60, 40, 8000 + number)))
            .toList();
    private static final List<String> IDS =
            PHOTOS.stream().map(photo -> Uploads.id(photo).text()).toList();

    @TempDir
    Path folder;

    @Test
    void nothingThatWasAnsweredIsLostByAStopOrAKill() {
        Map<String, String> before;
        try (Server server = Site.start(folder, SETTINGS)) {
            fill(Api.of(server.http()));
            before = state(Api.of(server.http()));
        }
        Server killed = Site.start(folder, SETTINGS);
        Api api = Api.of(killed.http());
        assertEquals(before, state(api));
        change(api);
        Map<String, String> changed = state(api);
        killed.kill();
        Map<String, String> open = new TreeMap<>(SETTINGS);
        open.put("HUIMAGES_BROWSE", "public");
        try (Server server = Site.start(folder, open)) {
            assertEquals(changed, state(Api.of(server.http())));
            assertPublic(Api.of(server.http()));
            assertFalse(server.output().contains("SEVERE"), server.output());
        }
    }

    private static void fill(Api api) {
        Api ann = api.as(User.EDITOR);
        for (int i = 0; i < COUNT; i++) {
            ann.upload(
                            PHOTOS.get(i),
                            "?filename=file" + i + ".jpg&title=Gr%C3%BC%C3%9Fe%20%F0%9F%8C%B7+" + i
                                    + "&title=late&type=x&ref.price=1.50&ref.place=%22Limmat%22&tags=all,n" + i)
                    .is(201);
            ann.json("PUT", "/api/images/" + IDS.get(i) + "/users/c" + i, "{\"rating\": %d}".formatted(i + 1))
                    .is(200);
        }
        api.as(User.READER)
                .json("PUT", "/api/images/" + IDS.get(0) + "/users/rita", "{\"favorite\": true, \"tags\": [\"mine\"]}")
                .is(200);
        ann.patch(IDS.get(0), "{\"focal\": [0.25, 0.75], \"addReferences\": {\"n\": [1e400, 12345678901234567890.50]}}")
                .is(200);
        ann.patch(IDS.get(HIDDEN), "{\"private\": true}").is(200);
        ann.send("DELETE", "/api/images/" + IDS.get(DELETED) + "?why=dark").is(204);
        api.as(User.ADMIN)
                .send("DELETE", "/api/images/" + IDS.get(ERASED) + "?purge=now")
                .is(204);
    }

    private static void change(Api api) {
        Api ann = api.as(User.EDITOR);
        ann.send("DELETE", "/api/images/" + IDS.get(4)).is(204);
        ann.send("POST", "/api/images/" + IDS.get(DELETED) + "/restore").is(200);
        ann.json("PUT", "/api/images/" + IDS.get(5) + "/users/ann", "{\"addTags\": [\"last\"]}")
                .is(200);
        ann.patch(IDS.get(5), "{\"addTitle\": \"the last word\"}").is(200);
    }

    /// Everything that can be read, by its address.
    private static Map<String, String> state(Api api) {
        Map<String, String> state = new TreeMap<>();
        Stream<String> lists = Stream.of(
                "?limit=200", "?order=newest", "?trash=true", "?tag=all", "?tag=last", "?q=limm", "?favorite=rita");
        lists.forEach(query -> read(api, "/api/images" + query, state));
        read(api, "/api/tags", state);
        for (int i = 0; i < COUNT; i++) {
            String path = "/api/images/" + IDS.get(i);
            for (String part : List.of("", "/next", "/previous", "/users/c" + i, "/users/rita", "/users/ann")) {
                read(api, path + part, state);
            }
            for (String picture : List.of("/o/" + IDS.get(i) + ".jpeg", "/20x20!/" + IDS.get(i) + ".png")) {
                Answer answer = api.sendUnchecked("GET", picture, new byte[0]);
                state.put(picture, answer.status() + " " + answer.raw().hashCode());
            }
        }
        return state;
    }

    private static void read(Api api, String path, Map<String, String> state) {
        Answer answer = api.as(User.EDITOR).get(path);
        state.put(path, answer.status() + " " + answer.header("ETag") + " " + answer.raw());
    }

    /// With `HUIMAGES_BROWSE=public` anyone may look through lists, and sees nothing private there.
    private static void assertPublic(Api api) {
        Api anybody = api.as(User.NOBODY);
        Api rita = api.as(User.READER);
        String hidden = IDS.get(HIDDEN);
        for (String query : List.of("", "?tag=all", "?q=late", "?order=newest", "?ids=" + String.join(",", IDS))) {
            List<String> seen = anybody.get("/api/images" + query).is(200).ids();
            assertEquals(COUNT - 3, seen.size(), query);
            assertFalse(seen.contains(hidden), query);
            assertTrue(rita.get("/api/images" + query).ids().contains(hidden), query);
        }
        Answer found = anybody.get("/api/images?q=limmat").is(200);
        assertEquals(COUNT - 3, found.ids().size());
        assertFalse(found.raw().contains("Limmat") || found.raw().contains("file0"), found.raw());
        assertFalse(anybody.get("/api/tags?limit=200").is(200).raw().contains("\"n" + HIDDEN + "\""));
        assertTrue(rita.get("/api/tags?limit=200").raw().contains("\"n" + HIDDEN + "\""));
        anybody.get("/api/images/random").is(200);
        IDS.forEach(id -> Stream.of("/next", "/previous")
                .map(way -> anybody.get("/api/images/" + id + way).text("id"))
                .forEach(near -> assertFalse(near.equals(hidden), id)));
        anybody.get("/api/images?favorite=rita").is(401);
        anybody.get("/api/images?trash=true").is(401);
        anybody.get("/api/images/" + hidden).is(404);
    }
}
