package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.huimages.testkit.PictureMaker;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {
    private static final byte[] PHOTO = PictureMaker.jpeg(PictureMaker.photo(60, 40, 1));
    private static final byte[] OTHER = PictureMaker.jpeg(PictureMaker.photo(60, 40, 2));

    @TempDir
    Path folder;

    private ApiServer server;
    private Caller ann;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new ApiServer(folder);
        ann = server.as(TestRealm.EDITOR);
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    @Test
    void aFormSaysEverythingOfAPicture() {
        Answer answer = ann.form(
                        Caller.field("title", "one"),
                        Caller.field("title", "two"),
                        Caller.field("title", "one"),
                        Caller.field("tags", "Red, green BLUE"),
                        Caller.field("type", "photo"),
                        Caller.field("type", "big"),
                        Caller.field("type", "photo"),
                        Caller.field("ref.price", "1.50"),
                        Caller.field("ref.price", " 1.50 "),
                        Caller.field("ref.price", "1.50 EUR"),
                        Caller.field("ref.shop", "{\"id\": [1, null]}"),
                        Caller.field("ref.a.b c", "x"),
                        Caller.field("timestamp", "20090129T235959.000000"),
                        Caller.file("folder/photo.jpg", PHOTO))
                .is(201);
        assertEquals(List.of("two", "one"), answer.texts("titles"));
        assertEquals(List.of("photo", "big"), answer.texts("types"));
        assertEquals(List.of("blue", "green", "red"), answer.texts("tags"));
        assertEquals(
                "{\"a.b c\":[\"x\"],\"price\":[1.5,\"1.50 EUR\"],\"shop\":[{\"id\":[1,null]}]}",
                answer.body().get("references").toString());
        assertEquals("photo.jpg", answer.text("filename"));
        assertEquals("20090129T235959.000000", answer.text("ctime"));
        assertEquals("ann", answer.text("uploader"));
        assertEquals(ann.get("/api/images/" + answer.text("id")).header("ETag"), answer.header("ETag"));
    }

    @Test
    void theSameMaySayTheQueryOfABody() {
        Answer answer = ann.with("Content-Type", "image/jpeg")
                .send(
                        "POST",
                        "/api/images?filename=a.jpg&title=one&title=two&tags=red,green&type=photo&ref.price=1.50",
                        PHOTO)
                .is(201);
        assertEquals(List.of("one", "two"), answer.texts("titles"));
        assertEquals(List.of("green", "red"), answer.texts("tags"));
        assertEquals("{\"price\":[1.5]}", answer.body().get("references").toString());
        assertEquals(ApiServer.NOW_TEXT, answer.text("mtime"));
    }

    @Test
    void savingAgainAddsAndAnswersOk() {
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("tags", "red"), Caller.field("title", "one"))
                .is(201);
        Answer again = server.as(TestRealm.OTHER_EDITOR)
                .form(Caller.file("b.jpg", PHOTO), Caller.field("tags", "blue"), Caller.field("title", "two"))
                .is(200);
        assertEquals(List.of("one", "two"), again.texts("titles"));
        assertEquals(List.of("blue", "red"), again.texts("tags"));
        assertEquals("a.jpg", again.text("filename"));
        assertEquals("ann", again.text("uploader"));
    }

    @Test
    void tagsAreTheUploadersMarks() {
        String id = ann.form(Caller.file("a.jpg", PHOTO), Caller.field("tags", "red"))
                .text("id");
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("tags", "green")).is(200);
        assertEquals(
                List.of("green", "red"),
                ann.get("/api/images/" + id + "/users/ann").texts("tags"));
        assertEquals(List.of(), ann.get("/api/images/" + id + "/users/bob").texts("tags"));
    }

    @Test
    void severalFilesAreAnsweredOneByOne() {
        Answer both = ann.form(Caller.file("a.jpg", PHOTO), Caller.file("b.jpg", OTHER), Caller.field("tags", "red"))
                .is(201);
        assertEquals(2, both.body().size());
        assertEquals("red", both.body().get(1).at("/tags/0").asString());
        byte[] text = "no picture".getBytes(StandardCharsets.UTF_8);
        Answer mixed = ann.form(Caller.file("a.jpg", PHOTO), Caller.file("x.txt", text))
                .is(207);
        assertEquals(200, mixed.body().get(0).get("status").asInt());
        assertEquals(415, mixed.body().get(1).get("status").asInt());
        assertEquals("x.txt", mixed.body().get(1).get("filename").asString());
        ann.form(Caller.file("x.txt", text), Caller.file("y.txt", text)).is(415);
    }

    @Test
    void whatIsWrongWithAFieldRefusesTheUpload() {
        List<String> tooLong = List.of("x".repeat(10_001), "x".repeat(70_000));
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("colour", "red")).is(422);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("ref.", "1")).is(422);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("ref. x", "1")).is(422);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("ref.x", tooLong.getFirst()))
                .is(422);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("ref.x", "[".repeat(100) + "]".repeat(100)))
                .is(422);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("timestamp", "now")).is(422);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("tags", "x".repeat(101)))
                .is(422);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("tags", tags(101))).is(422);
        tooLong.forEach(title -> ann.form(Caller.file("a.jpg", PHOTO), Caller.field("title", title))
                .is(422));
        ann.form(Caller.field("file", "photo.jpg")).is(422);
        assertTrue(server.catalog.find(id(PHOTO)).isEmpty());
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("tags", tags(100))).is(201);
    }

    private static String tags(int count) {
        return tags(0, count);
    }

    private static String tags(int first, int count) {
        return String.join(
                ",",
                IntStream.range(first, first + count)
                        .mapToObj(number -> "tag" + number)
                        .toList());
    }

    /// One mistake of the whole form, not one of each file.
    @Test
    void tooManyTagsRefuseAllFilesOfAForm() {
        byte[] noPicture = "no picture".getBytes(StandardCharsets.UTF_8);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.file("x.txt", noPicture), Caller.field("tags", tags(101)))
                .is(422);
        ann.form(
                        Caller.file("a.jpg", PHOTO),
                        Caller.field("tags", tags(60)),
                        Caller.file("b.jpg", OTHER),
                        Caller.field("tags", tags(60, 60)))
                .is(422);
        assertTrue(server.catalog.find(id(PHOTO)).isEmpty());
        assertTrue(server.catalog.find(id(OTHER)).isEmpty());
    }

    @Test
    void tagsThatAreTooManyWithThoseThereLeaveThePictureAsItWas() {
        String document = "/api/images/"
                + ann.form(Caller.file("a.jpg", PHOTO), Caller.field("tags", tags(100)))
                        .text("id");
        Answer before = ann.get(document);
        ann.form(Caller.file("a.jpg", PHOTO), Caller.field("title", "new"), Caller.field("tags", "one-more"))
                .is(422);
        assertEquals(before.body(), ann.get(document).body());
        server.as(TestRealm.OTHER_EDITOR)
                .form(Caller.file("a.jpg", PHOTO), Caller.field("tags", "one-more"))
                .is(200);
    }

    private static ImageId id(byte[] picture) {
        try {
            return ImageId.of(java.security.MessageDigest.getInstance("SHA-1").digest(picture), "01");
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Test
    void whatIsNoUploadIsRefused() {
        ann.send("POST", "/api/images").is(415);
        ann.json("POST", "/api/images", "{}").is(415);
        ann.form(Caller.field("title", "one")).is(400);
        ann.with("Content-Type", "image/jpeg").send("POST", "/api/images").is(400);
        ann.with("Content-Type", "image/jpeg")
                .send("POST", "/api/images", new byte[ApiServer.MAX_BYTES + 1])
                .is(413);
        ann.with("Content-Type", "multipart/form-data; boundary=x")
                .send("POST", "/api/images", new byte[] {1, 2, 3})
                .is(400);
    }

    @Test
    void aStoreThatIsDownIsNotForgotten() {
        server.catalog.failsToSave();
        assertEquals("5", ann.form(Caller.file("a.jpg", PHOTO)).is(503).header("Retry-After"));
        server.catalog.heals();
        ann.form(Caller.file("a.jpg", PHOTO)).is(201);
    }

    @Test
    void aNameThatNoFileCanHaveIsWrittenDownWithABlank() {
        Answer answer = ann.form(Caller.file("a\0b.jpg", PHOTO)).is(201);
        assertEquals("a b.jpg", answer.text("filename"));
    }

    @Test
    void aFormInACharsetThatIsNotKnownIsRefused() {
        for (String charset : List.of("nope", "%", "")) {
            ann.with("Content-Type", "multipart/form-data; charset=" + charset + "; boundary=b")
                    .send("POST", "/api/images", "--b--".getBytes(StandardCharsets.UTF_8))
                    .is(400);
        }
    }

    @Test
    void whatIsOneThingCannotBeGivenTwice() {
        Caller body = ann.with("Content-Type", "image/jpeg");
        String moments = "timestamp=2009-01-29T23:59:59Z&timestamp=2010-01-29T23:59:59Z";
        body.send("POST", "/api/images?filename=a.jpg&filename=b.jpg", PHOTO).is(422);
        body.send("POST", "/api/images?" + moments, PHOTO).is(422);
        body.send("POST", "/api/images?filename=a.jpg", PHOTO).is(201);
    }
}
