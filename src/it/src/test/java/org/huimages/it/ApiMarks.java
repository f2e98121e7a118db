package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;

/// `GET` and `PUT /api/images/{id}/users/{user}`
abstract class ApiMarks {
    private final Api api;
    private final Api rita;
    private final Api ann;

    ApiMarks(Api api) {
        this.api = api;
        rita = api.as(User.READER);
        ann = api.as(User.EDITOR);
    }

    private String marks(int number, String user) {
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(60, 40, 5000 + number));
        return "/api/images/" + ann.upload(photo, "").text("id") + "/users/" + user;
    }

    @Test
    void everyoneHasMarksOfHisOwn() {
        Answer none = rita.get(marks(1, "rita")).is(200);
        assertTrue(none.raw().contains("\"tags\":[],\"favorite\":false,\"rating\":null"), none.raw());
        Answer some = rita.json(
                        "PUT",
                        marks(1, "rita"),
                        "{\"addTags\": [\"Red, green\", \"blue\"], \"favorite\": true, \"rating\": 7}")
                .is(200);
        assertEquals(List.of("blue", "green", "red"), some.texts("tags"));
        assertEquals(some.body(), rita.get(marks(1, "rita")).body());
        Answer fewer = rita.json(
                        "PUT", marks(1, "rita"), "{\"addTags\": [\"x\"], \"removeTags\": [\"green\", \"nothing\"]}")
                .is(200);
        assertEquals(List.of("blue", "red", "x"), fewer.texts("tags"));
        Answer replaced = rita.json(
                        "PUT",
                        marks(1, "rita"),
                        "{\"addTags\": [\"b\"], \"tags\": [\"a\", \"z\"], \"removeTags\": [\"z\"]}")
                .is(200);
        assertEquals(List.of("a", "b"), replaced.texts("tags"));
        assertTrue(replaced.body().get("favorite").asBoolean());
        rita.json("PUT", marks(1, "rita"), "{\"colour\": 1}").is(422);
        rita.json("PUT", marks(1, "rita"), "{\"rating\": 11}").is(422);
    }

    @Test
    void othersMarksAreForEditors() {
        rita.get(marks(2, "rolf")).is(403);
        rita.json("PUT", marks(2, "rolf"), "{\"rating\": 1}").is(403);
        api.as(User.OTHER_READER)
                .json("PUT", marks(2, "rolf"), "{\"rating\": 4}")
                .is(200);
        ann.json("PUT", marks(2, "customer%204711"), "{\"rating\": 9, \"tags\": [\"bought\"]}")
                .is(200);
        Answer all = ann.get(marks(2, "rolf")).is(200);
        assertEquals(4, all.body().get("rating").asInt());
        assertEquals(6.5, all.body().get("ratingAverage").asDouble());
        assertEquals(2, all.body().get("ratingCount").asInt());
        assertEquals(
                9, ann.get(marks(2, "customer%204711")).body().get("rating").asInt());
        Answer less = ann.json("PUT", marks(2, "rolf"), "{\"rating\": null}").is(200);
        assertEquals(9.0, less.body().get("ratingAverage").asDouble());
    }

    @Test
    void tagsOfAllAreThoseOfThePicture() {
        rita.json("PUT", marks(3, "rita"), "{\"tags\": [\"one\", \"two\"]}").is(200);
        ann.json("PUT", marks(3, "ann"), "{\"tags\": [\"two\", \"three\"]}").is(200);
        String document = marks(3, "").replace("/users/", "");
        assertEquals(List.of("one", "three", "two"), rita.get(document).texts("tags"));
    }
}
