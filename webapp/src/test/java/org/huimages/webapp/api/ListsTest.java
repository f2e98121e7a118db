package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.Audience;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListsTest {
    private static final State PRIVATE = State.FINE.withHidden(true);
    private static final State DELETED =
            State.FINE.withTombstone(Optional.of(new Tombstone(Samples.EARLIER, "old", "bob", false)));

    @TempDir
    Path folder;

    private ApiServer server;
    private Caller rita;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        serve(folder.resolve("readers"), Audience.READERS);
    }

    private void serve(Path data, Audience browse) throws IOException, LifecycleException {
        server = new ApiServer(data, browse);
        rita = server.as(TestRealm.READER);
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    /// Pictures 1 to `count`, and their IDs in the order of IDs.
    private List<String> save(int count) {
        IntStream.rangeClosed(1, count)
                .forEach(number -> server.save(new SampleDocument(number)
                        .titles("title" + number)
                        .created(new Timestamp("200901%02dT000000.000000".formatted(number)))
                        .get()));
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> Samples.id(number).text())
                .sorted()
                .toList();
    }

    private void mark(int number, String user, String json) {
        server.as(TestRealm.EDITOR)
                .json("PUT", "/api/images/" + Samples.id(number) + "/users/" + user, json)
                .is(200);
    }

    @Test
    void pagesHaveEveryPictureOnce() {
        List<String> all = save(7);
        assertEquals(all, pages("/api/images?limit=3", 3));
        assertEquals(all, pages("/api/images?limit=7", 1));
        assertEquals(all, pages("/api/images", 1));
        assertEquals(all, pages("/api/images?q=TITLE&limit=2", 4));
    }

    @Test
    void theNewestComeFirst() {
        save(5);
        List<String> newest = IntStream.of(5, 4, 3, 2, 1)
                .mapToObj(number -> Samples.id(number).text())
                .toList();
        assertEquals(newest, pages("/api/images?order=newest&limit=2", 3));
    }

    /// Everything, page by page.
    private List<String> pages(String address, int expected) {
        List<String> all = new ArrayList<>();
        String next = "";
        for (int page = 1; page <= expected; page++) {
            String after = next.isEmpty() ? "" : (address.contains("?") ? "&" : "?") + "after=" + next;
            Answer answer = rita.get(address + after).is(200);
            all.addAll(answer.ids());
            next = answer.text("next");
            assertEquals(page == expected, next.isEmpty(), "page " + page);
        }
        return all;
    }

    @Test
    void listsAreByTagFavouriteAndWords() {
        save(4);
        mark(1, "ann", "{\"tags\": [\"red\"], \"favorite\": true}");
        mark(2, "bob", "{\"tags\": [\"red\", \"reddish\"]}");
        assertEquals(ids(1, 2), Set.copyOf(rita.get("/api/images?tag=RED").ids()));
        assertEquals(List.of(), rita.get("/api/images?tag=re").ids());
        assertEquals(ids(1), Set.copyOf(rita.get("/api/images?favorite=ann").ids()));
        assertEquals(List.of(), rita.get("/api/images?favorite=bob").ids());
        assertEquals(ids(2), Set.copyOf(rita.get("/api/images?q=title2%20REDD").ids()));
        assertEquals(List.of(), rita.get("/api/images?q=").ids());
    }

    private static Set<String> ids(int... numbers) {
        return Set.copyOf(IntStream.of(numbers)
                .mapToObj(number -> Samples.id(number).text())
                .toList());
    }

    @Test
    void thoseAskedForComeInTheirOrder() {
        save(3);
        server.save(new SampleDocument(4).state(DELETED).get());
        String asked = "%s,%s,%s, ,%s,%s"
                .formatted(Samples.id(3), Samples.id(99), Samples.id(1), Samples.id(3), Samples.id(4));
        Answer answer = rita.get("/api/images?ids=" + asked.replace(" ", "%20")).is(200);
        assertEquals(List.of(Samples.id(3).text(), Samples.id(1).text()), answer.ids());
        assertFalse(answer.body().has("next"));
        assertEquals(List.of(), rita.get("/api/images?ids=").is(200).ids());
    }

    @Test
    void moreThanAPageOfIdsIsOnePage() {
        save(31);
        IntStream.rangeClosed(32, 60).forEach(number -> server.save(Samples.document(number)));
        String sixty = String.join(
                ",",
                IntStream.rangeClosed(1, 60)
                        .mapToObj(number -> Samples.id(number).text())
                        .toList());
        Answer answer = rita.get("/api/images?ids=" + sixty).is(200);
        assertEquals(60, answer.ids().size());
        assertFalse(answer.body().has("next"));
    }

    @Test
    void aPageAsksTheCatalogAsOftenWhateverItsLength() {
        IntStream.range(0, 200).forEach(number -> server.save(Samples.document(number)));
        mark(1, "ann", "{\"tags\": [\"red\"]}");
        String ids = String.join(",", rita.get("/api/images?limit=200").ids());
        for (String list : List.of("limit=200", "order=newest&limit=200", "q=img&limit=200", "ids=" + ids)) {
            int before = server.catalog.questions();
            Answer answer = rita.get("/api/images?" + list).is(200);
            assertEquals(2, server.catalog.questions() - before, list);
            assertEquals(200, answer.ids().size());
            assertTrue(answer.body().toString().contains("[\"red\"]"));
        }
    }

    @Test
    void theTrashIsForEditors() {
        save(1);
        server.save(new SampleDocument(2).state(DELETED).get());
        rita.get("/api/images?trash=true").is(403);
        server.anybody().get("/api/images?trash=true").is(401);
        Answer trash = server.as(TestRealm.EDITOR).get("/api/images?trash=true").is(200);
        assertEquals(List.of(Samples.id(2).text()), trash.ids());
        assertEquals("old", trash.body().at("/images/0/tombstone/why").asString());
        assertEquals(List.of(Samples.id(1).text()), rita.get("/api/images").ids());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Caller ann = server.as(TestRealm.EDITOR);
        List.of(
                        "limit=0",
                        "limit=201",
                        "limit=-1",
                        "limit=x",
                        "limit=",
                        "limit=99999999999",
                        "limit=5&limit=6",
                        "after=x",
                        "after=",
                        "order=oldest",
                        "order=",
                        "trash=false",
                        "tag=a&q=b",
                        "trash=true&order=newest",
                        "ids=x",
                        "ids=" + Samples.id(1) + "&limit=5",
                        "tga=red",
                        "tag=a&tag=b",
                        "%3Cscript%3E=1",
                        "a%0Ab=1")
                .forEach(query ->
                        assertEquals(422, ann.get("/api/images?" + query).status(), query));
    }

    @Test
    void moreThanTwoHundredIdsAreRefused() {
        List<String> many = IntStream.rangeClosed(1, 201)
                .mapToObj(number -> Samples.id(number).text())
                .toList();
        rita.get("/api/images?ids=" + String.join(",", many)).is(422);
        rita.get("/api/images?ids=" + String.join(",", many.subList(0, 200))).is(200);
    }

    @Test
    void neighboursAreFoundInBothDirections() {
        List<String> all = save(3);
        assertEquals(
                all.get(1),
                rita.get("/api/images/" + all.get(0) + "/next").is(200).text("id"));
        assertEquals(
                all.get(1),
                rita.get("/api/images/" + all.get(2) + "/previous").is(200).text("id"));
        assertTrue(rita.get("/api/images/" + all.get(2) + "/next").is(204).isEmpty());
        rita.get("/api/images/" + all.get(0) + "/previous").is(204);
        rita.get("/api/images/ABC/next").is(404);
        String before = "2".repeat(32) + "00";
        assertEquals(all.get(0), rita.get("/api/images/" + before + "/next").text("id"));
    }

    @Test
    void aRandomPictureIsAnyPicture() {
        rita.get("/api/images/random").is(204);
        save(3);
        Set<String> seen = new TreeSet<>();
        for (int call = 0; call < 300 && seen.size() < 3; call++) {
            Answer answer = rita.get("/api/images/random").is(200);
            assertEquals("no-store", answer.header("Cache-Control"));
            seen.add(answer.text("id"));
        }
        assertEquals(ids(1, 2, 3), seen);
    }

    @Test
    void tagsAreCountedMostUsedFirst() {
        save(3);
        mark(1, "ann", "{\"tags\": [\"red\", \"blue\"]}");
        mark(1, "bob", "{\"tags\": [\"red\"]}");
        mark(2, "bob", "{\"tags\": [\"red\", \"rose\"]}");
        String all = "[{\"tag\":\"red\",\"count\":2},{\"tag\":\"blue\",\"count\":1},{\"tag\":\"rose\",\"count\":1}]";
        assertEquals(all, rita.get("/api/tags").is(200).body().get("tags").toString());
        assertEquals(2, rita.get("/api/tags?prefix=R").body().get("tags").size());
        assertEquals(
                1, rita.get("/api/tags?prefix=R&limit=1").body().get("tags").size());
        rita.get("/api/tags?limit=1000").is(422);
    }

    @Test
    void whereEverybodyMayBrowsePrivatePicturesAreStillForReaders() throws IOException, LifecycleException {
        server.close();
        serve(folder.resolve("public"), Audience.PUBLIC);
        save(1);
        server.save(new SampleDocument(2).titles("title2").state(PRIVATE).get());
        mark(1, "ann", "{\"tags\": [\"red\"], \"favorite\": true}");
        mark(2, "ann", "{\"tags\": [\"red\", \"secret\"]}");
        Caller anybody = server.anybody();
        String only = Samples.id(1).text();
        String hidden = Samples.id(2).text();
        for (String list : List.of("", "?tag=red", "?q=title", "?order=newest", "?ids=" + only + "," + hidden)) {
            assertEquals(
                    List.of(only), anybody.get("/api/images" + list).is(200).ids(), list);
            assertEquals(2, rita.get("/api/images" + list).ids().size(), list);
        }
        assertEquals(only, anybody.get("/api/images/random").is(200).text("id"));
        assertEquals(List.of(), anybody.get("/api/images?tag=secret").ids());
        assertFalse(anybody.get("/api/tags").is(200).body().toString().contains("secret"));
        anybody.get("/api/images/" + hidden + "/next").is(hidden.compareTo(only) < 0 ? 200 : 204);
        anybody.get("/api/images/" + only + "/next").is(204);
        anybody.get("/api/images/" + only + "/previous").is(204);
        anybody.get("/api/images?favorite=ann").is(401);
        anybody.get("/api/images?trash=true").is(401);
    }
}
