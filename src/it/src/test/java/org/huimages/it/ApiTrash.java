package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.huimages.testkit.PictureMaker;
import org.junit.jupiter.api.Test;

/// `DELETE`, `restore`, and what is left.
abstract class ApiTrash {
    private final Api anybody;
    private final Api rita;
    private final Api ann;
    private final Api root;

    ApiTrash(Api api) {
        anybody = api.as(User.NOBODY);
        rita = api.as(User.READER);
        ann = api.as(User.EDITOR);
        root = api.as(User.ADMIN);
    }

    private static byte[] photo(int number) {
        return PictureMaker.jpeg(PictureMaker.photo(60, 40, 3000 + number));
    }

    private String uploaded(int number) {
        return ann.upload(photo(number), "?title=kept&tags=trashy").is(201).text("id");
    }

    private int picture(String id) {
        return anybody.sendUnchecked("GET", "/30x30/" + id + "/x.jpeg", new byte[0])
                .status();
    }

    @Test
    void whatIsInTheTrashIsNotServedAndCanBeRestored() {
        String id = uploaded(1);
        String path = "/api/images/" + id;
        assertEquals(200, picture(id));
        ann.send("DELETE", path + "?why=too%20dark").is(204);
        assertEquals(410, picture(id));
        Answer gone = rita.get(path).is(410);
        assertEquals("too dark", gone.body().at("/tombstone/why").asString());
        assertEquals("ann", gone.body().at("/tombstone/by").asString());
        assertFalse(anybody.get(path).is(410).raw().contains("too dark"));
        ann.patch(id, "{}").is(410);
        ann.get(path + "/users/ann").is(410);
        assertTrue(ann.get("/api/images?trash=true&limit=200").is(200).ids().contains(id));
        assertFalse(rita.get("/api/images?limit=200").ids().contains(id));
        ann.send("DELETE", path).is(204);

        Answer back = ann.send("POST", path + "/restore").is(200);
        assertEquals(List.of("kept"), back.texts("titles"));
        assertEquals(List.of("trashy"), back.texts("tags"));
        assertEquals(200, picture(id));
        ann.send("POST", path + "/restore").is(409);
        assertFalse(ann.get("/api/images?trash=true&limit=200").ids().contains(id));
    }

    @Test
    void whatIsErasedOnlyANewUploadBringsBack() {
        String id = uploaded(2);
        String path = "/api/images/" + id;
        ann.send("DELETE", path + "?purge=now").is(403);
        assertEquals(200, picture(id));
        root.send("DELETE", path + "?purge=now&why=rights").is(204);
        assertEquals(410, picture(id));
        assertTrue(anybody.get(path).is(410).body().at("/tombstone/erased").asBoolean());
        ann.send("POST", path + "/restore").is(409);
        assertFalse(ann.get("/api/images?trash=true&limit=200").ids().contains(id));
        root.send("DELETE", path + "?purge=now").is(204);
        assertEquals(List.of("new"), ann.upload(photo(2), "?title=new").texts("titles"));
        assertEquals(200, picture(id));
    }

    @Test
    void whatIsInTheTrashCanBeErased() {
        String id = uploaded(3);
        ann.send("DELETE", "/api/images/" + id).is(204);
        root.send("DELETE", "/api/images/" + id + "?purge=now").is(204);
        ann.send("POST", "/api/images/" + id + "/restore").is(409);
    }

    @Test
    void aNewUploadTakesAPictureOutOfTheTrash() {
        String id = uploaded(4);
        ann.send("DELETE", "/api/images/" + id).is(204);
        assertEquals(
                List.of("kept", "again"),
                ann.upload(photo(4), "?title=again").is(200).texts("titles"));
        assertEquals(200, picture(id));
    }

    @Test
    void whatWasNeverThereCannotBeDeleted() {
        String path = "/api/images/" + "A".repeat(32) + "01";
        ann.send("DELETE", path).is(404);
        root.send("DELETE", path + "?purge=now").is(404);
        ann.send("POST", path + "/restore").is(404);
    }
}
