package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;

/// `POST /api/images`
abstract class ApiUploads {
    private static final String MOMENT = "20090129T235959.000000";

    private final Api ann;

    ApiUploads(Api api) {
        ann = api.as(User.EDITOR);
    }

    private static byte[] photo(int number) {
        return PictureMaker.jpeg(PictureMaker.photo(60, 40, 1000 + number));
    }

    @Test
    void aFormSaysEverythingOfAPicture() {
        Answer answer = ann.form(
                        Http.field("title", "one"),
                        Http.field("title", "two"),
                        Http.field("title", "one"),
                        Http.field("tags", "Red, green BLUE"),
                        Http.field("type", "photo"),
                        Http.field("type", "big"),
                        Http.field("ref.price", "1.50"),
                        Http.field("ref.price", "1.50 EUR"),
                        Http.field("ref.shop", "{\"id\": [1E3, null]}"),
                        Http.field("timestamp", MOMENT),
                        Http.part("file", "folder\\photo.jpg", photo(1)))
                .is(201);
        assertEquals(List.of("two", "one"), answer.texts("titles"));
        assertEquals(List.of("photo", "big"), answer.texts("types"));
        assertEquals(List.of("blue", "green", "red"), answer.texts("tags"));
        assertTrue(
                answer.raw().contains("\"references\":{\"price\":[1.50,\"1.50 EUR\"],\"shop\":[{\"id\":[1E3,null]}]}"),
                answer.raw());
        assertEquals(MOMENT + MOMENT, answer.text("ctime") + answer.text("mtime"));
        assertEquals("photo.jpg", answer.text("filename"));
        assertEquals("ann", answer.text("uploader"));
        assertEquals(Uploads.id(photo(1)).text(), answer.text("id"));
        assertEquals(200, ann.http().get(path(answer.text("url"))).statusCode());
        assertEquals(List.of("jpeg", "webp", "png"), answer.texts("formats"));
    }

    private String path(String url) {
        assertTrue(url.startsWith(ann.http().base().toString()), url);
        return url.substring(ann.http().base().toString().length());
    }

    @Test
    void theQuerySaysItOfAPictureThatIsTheBody() {
        Answer answer = ann.upload(
                        photo(2),
                        "?filename=a%20b.jpg&title=one&title=two&tags=Red,green&type=photo&ref.price=1.50"
                                + "&timestamp=2009-01-29T23:59:59Z")
                .is(201);
        assertEquals("a b.jpg", answer.text("filename"));
        assertEquals(List.of("one", "two"), answer.texts("titles"));
        assertEquals(List.of("green", "red"), answer.texts("tags"));
        assertEquals(List.of("photo"), answer.texts("types"));
        assertTrue(answer.raw().contains("{\"price\":[1.50]}"), answer.raw());
        assertEquals(MOMENT, answer.text("ctime"));
    }

    @Test
    void savingAgainAddsWhatIsNewAndTakesNothingAway() {
        Answer first = ann.upload(photo(3), "?filename=first.jpg&title=one&title=two&type=x&tags=red&ref.k=1")
                .is(201);
        Answer again = ann.upload(photo(3), "?filename=second.jpg&title=one&type=y&tags=green&ref.k=1.0")
                .is(200);
        assertEquals(List.of("two", "one"), again.texts("titles"));
        assertEquals(List.of("x", "y"), again.texts("types"));
        assertEquals(List.of("green", "red"), again.texts("tags"));
        assertTrue(again.raw().contains("{\"k\":[1,1.0]}"), again.raw());
        assertEquals("first.jpg", again.text("filename"));
        assertEquals(first.text("ctime"), again.text("ctime"));
        assertTrue(again.text("mtime").compareTo(first.text("mtime")) > 0, again.raw());
        Answer dated = ann.upload(photo(3), "?timestamp=2001-01-01T00:00:00Z").is(200);
        assertEquals(first.text("ctime"), dated.text("ctime"));
        assertEquals("20010101T000000.000000", dated.text("mtime"));
    }

    @Test
    void severalFilesAreAnsweredOneByOne() {
        byte[] page = "<html>".getBytes(StandardCharsets.UTF_8);
        byte[][] both = {Http.part("file", "a.jpg", photo(4)), Http.part("file", "b.jpg", photo(5))};
        assertEquals(List.of(201, 201), statuses(ann.form(both).is(201)));
        assertEquals(List.of(200, 200), statuses(ann.form(both).is(200)));
        Answer mixed = ann.form(
                        Http.part("file", "c.jpg", photo(6)),
                        Http.part("file", "page.jpg", page),
                        Http.part("file", "a.jpg", photo(4)),
                        Http.part("file", "long.jpg", new byte[300 << 10]))
                .is(413);
        assertTrue(mixed.text("detail").contains("HUIMAGES_MAX_BYTES"), "a form that is too long is not read on");
        mixed = ann.form(
                        Http.part("file", "c.jpg", photo(6)),
                        Http.part("file", "page.jpg", page),
                        Http.part("file", "a.jpg", photo(4)))
                .is(207);
        assertEquals(List.of(201, 415, 200), statuses(mixed));
        assertEquals("page.jpg", mixed.body().get(1).get("filename").asString());
        assertEquals(
                List.of(415, 415),
                statuses(ann.form(Http.part("file", "x", page), Http.part("file", "y", page))
                        .is(415)));
    }

    private static List<Integer> statuses(Answer answer) {
        return answer.body()
                .valueStream()
                .map(result -> result.get("status").asInt())
                .toList();
    }
}
