package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// `GET /api/images`, neighbours and tags. Other pictures are there too: what is looked for here is tagged.
abstract class ApiLists {
    private static final int COUNT = 7;

    private final Api rita;
    private final Api ann;
    private List<String> ids = List.of();

    ApiLists(Api api) {
        rita = api.as(User.READER);
        ann = api.as(User.EDITOR);
    }

    /// Created in the order of their numbers; here by ID.
    @BeforeEach
    void upload() {
        ids = IntStream.range(0, COUNT)
                .mapToObj(number -> ann.upload(
                                PictureMaker.jpeg(PictureMaker.photo(60, 40, 4000 + number)),
                                "?title=Z%C3%BCrich+n" + number + "&filename=lake" + number
                                        + ".jpg&ref.place=%22Limmatquai%22&tags=listed,number-" + number
                                        + "&timestamp=3000-01-01T00:00:0" + number + "Z")
                        .text("id"))
                .sorted()
                .toList();
    }

    /// All pages of a list, one after the other.
    private List<String> walked(String query) {
        List<String> all = new ArrayList<>();
        Answer page = rita.get("/api/images?" + query).is(200);
        all.addAll(page.ids());
        while (page.body().has("next")) {
            page = rita.get("/api/images?" + query + "&after=" + page.text("next"))
                    .is(200);
            assertTrue(!page.ids().isEmpty(), "a page without pictures");
            all.addAll(page.ids());
        }
        return all;
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepetition() {
        List<String> whole = rita.get("/api/images?limit=200").is(200).ids();
        assertTrue(whole.containsAll(ids));
        assertEquals(whole.stream().sorted().distinct().toList(), whole);
        for (int limit : List.of(1, 2, 3, whole.size())) {
            assertEquals(whole, walked("limit=" + limit));
        }
        assertEquals(Math.min(50, whole.size()), rita.get("/api/images").ids().size());
        rita.get("/api/images?limit=201").is(422);
        rita.get("/api/images?limit=0").is(422);
    }

    @Test
    void theNewestComeFirst() {
        List<String> newest = walked("order=newest&limit=3").subList(0, COUNT);
        List<String> byTime = newest.stream()
                .map(id -> rita.get("/api/images/" + id).text("ctime"))
                .toList();
        assertEquals("30000101T000006.000000", byTime.getFirst());
        assertEquals("30000101T000000.000000", byTime.getLast());
        assertEquals(byTime.stream().sorted().toList().reversed(), byTime);
    }

    @Test
    void tagsAndWordsFindWhatHasThem() {
        assertEquals(ids, walked("tag=listed&limit=2"));
        assertEquals(ids, walked("tag=LISTED"));
        assertEquals(List.of(), walked("tag=list"));
        assertEquals(ids, walked("q=zuri+limm+LAKE&limit=2"));
        assertEquals(1, walked("q=Z%C3%BCrich%20n3").size());
        assertEquals(List.of(), walked("q=zurich+nothing"));
        assertEquals(List.of(), walked("q=%20"));
    }

    @Test
    void idsAreAnsweredInTheirOrder() {
        String nobody = "A".repeat(32) + "01";
        String wanted = ids.get(3) + "," + nobody + "," + ids.get(0) + "," + ids.get(3);
        assertEquals(
                List.of(ids.get(3), ids.get(0)),
                rita.get("/api/images?ids=" + wanted).is(200).ids());
        rita.get("/api/images?ids=x").is(422);
        rita.get("/api/images?ids=" + ids.get(0) + "&limit=1").is(422);
        rita.get("/api/images?ids=" + ids.get(0) + "&tag=listed").is(422);
    }

    @Test
    void whatSomebodyLikesBestIsAList() {
        for (int liked : List.of(1, 4)) {
            rita.json("PUT", "/api/images/" + ids.get(liked) + "/users/rita", "{\"favorite\": true}")
                    .is(200);
        }
        assertEquals(List.of(ids.get(1), ids.get(4)), ofOurs(walked("favorite=rita&limit=1")));
        assertEquals(List.of(), walked("favorite=nobody"));
        rita.json("PUT", "/api/images/" + ids.get(4) + "/users/rita", "{\"favorite\": false}")
                .is(200);
        assertEquals(List.of(ids.get(1)), ofOurs(walked("favorite=rita")));
    }

    /// She likes pictures of other tests too.
    private List<String> ofOurs(List<String> found) {
        return found.stream().filter(ids::contains).toList();
    }

    @Test
    void neighboursLeadThroughAllPicturesAndBack() {
        List<String> whole = rita.get("/api/images?limit=200").ids();
        for (int i = 1; i < whole.size(); i++) {
            assertEquals(
                    whole.get(i),
                    rita.get("/api/images/" + whole.get(i - 1) + "/next")
                            .is(200)
                            .text("id"));
            assertEquals(
                    whole.get(i - 1),
                    rita.get("/api/images/" + whole.get(i) + "/previous")
                            .is(200)
                            .text("id"));
        }
        rita.get("/api/images/" + whole.getLast() + "/next").is(204);
        rita.get("/api/images/" + whole.getFirst() + "/previous").is(204);
        assertTrue(whole.contains(rita.get("/api/images/random").is(200).text("id")));
    }

    @Test
    void tagsAreCountedTheMostUsedFirst() {
        Answer tags = rita.get("/api/tags?limit=200").is(200);
        List<Integer> counts = tags.body()
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("count").asInt())
                .toList();
        assertEquals(counts.stream().sorted().toList().reversed(), counts);
        assertTrue(tags.raw().contains("{\"tag\":\"listed\",\"count\":7}"), tags.raw());
        Answer numbers = rita.get("/api/tags?prefix=Number-&limit=3").is(200);
        assertEquals(
                "[{\"tag\":\"number-0\",\"count\":1},{\"tag\":\"number-1\",\"count\":1},"
                        + "{\"tag\":\"number-2\",\"count\":1}]",
                numbers.body().get("tags").toString());
    }
}
