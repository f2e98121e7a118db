package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.Description;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.JsonText;
import org.huimages.catalog.State;
import org.huimages.catalog.Tombstone;
import org.huimages.rendition.RenditionKey;
import org.huimages.testkit.Race;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindAndPatchTest {
    private static final String ID = Samples.id(1).text();
    private static final String ADDRESS = "/api/images/" + ID;

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
    void aDocumentHasEverything() {
        ImageDocument document = new SampleDocument(1)
                .placeholder("data:image/webp;base64,UklGRg+/")
                .titles("one", "two")
                .get();
        TreeMap<String, List<JsonText>> references = new TreeMap<>();
        references.put("shop", List.of(new JsonText("{\"price\":1.50}"), new JsonText("12345678901234567890.5")));
        server.save(document.with(
                document.description().with(new Description("", List.of(), List.of("photo"), references))));
        ann.json("PUT", ADDRESS + "/users/ann", "{\"tags\": [\"red\"]}").is(200);
        Answer answer = ann.get(ADDRESS).is(200);
        assertEquals(
                "{\"id\":\"" + ID + "\",\"url\":\"" + server.origin() + "/img/o/" + ID + ".jpeg\","
                        + "\"width\":3024,\"height\":4032,\"length\":5000000000,\"contentType\":\"image/jpeg\","
                        + "\"placeholder\":\"data:image/webp;base64,UklGRg+/\","
                        + "\"filename\":\"IMG_0815.JPG\",\"titles\":[\"one\",\"two\"],\"types\":[\"photo\"],"
                        + "\"references\":{\"shop\":[{\"price\":1.50},12345678901234567890.5]},\"tags\":[\"red\"],"
                        + "\"ctime\":\"20090129T235959.000000\",\"mtime\":\"20090129T235959.000000\","
                        + "\"formats\":[\"jpeg\",\"webp\",\"avif\",\"png\"],\"private\":false,\"focal\":null,"
                        + "\"focalRev\":0,\"uploader\":\"ann\"}\n",
                new String(answer.response().body(), java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void whoIsNoReaderSeesNeitherReferencesNorNamesOfFilesAndPeople() {
        server.save(new SampleDocument(1).get());
        Answer answer = server.anybody().get(ADDRESS).is(200);
        for (String secret : List.of("references", "filename", "uploader")) {
            assertFalse(answer.body().has(secret), secret);
            assertTrue(server.as(TestRealm.READER).get(ADDRESS).body().has(secret), secret);
        }
    }

    @Test
    void anUnchangedDocumentIsNotSentAgain() {
        server.save(new SampleDocument(1).get());
        String etag = ann.get(ADDRESS).header("ETag");
        Answer same = ann.with("If-None-Match", etag).get(ADDRESS).is(304);
        assertTrue(same.isEmpty());
        assertEquals(etag, same.header("ETag"));
        ann.with("If-None-Match", "W/\"x\", W/" + etag).get(ADDRESS).is(304);
        ann.with("If-None-Match", "*").get(ADDRESS).is(304);
        ann.with("If-None-Match", "\"other\"").get(ADDRESS).is(200);
        ann.patch(ID, "{\"addTitle\": \"new\"}").is(200);
        ann.with("If-None-Match", etag).get(ADDRESS).is(200);
    }

    @Test
    void aNewTagChangesWhatIsSent() {
        server.save(new SampleDocument(1).get());
        String etag = ann.get(ADDRESS).header("ETag");
        ann.json("PUT", ADDRESS + "/users/ann", "{\"addTags\": [\"red\"]}").is(200);
        ann.with("If-None-Match", etag).get(ADDRESS).is(200);
        ann.with("If-Match", etag).patch(ID, "{\"addTitle\": \"t\"}").is(200);
    }

    @Test
    void anonymousCallersHaveAnotherETagButMayChangeByIt() {
        server.save(new SampleDocument(1).get());
        String etag = server.anybody().get(ADDRESS).header("ETag");
        assertNotEquals(ann.get(ADDRESS).header("ETag"), etag);
        ann.with("If-None-Match", etag).get(ADDRESS).is(200);
        ann.with("If-Match", etag).patch(ID, "{\"addTitle\": \"t\"}").is(200);
    }

    @Test
    void headIsGetWithoutABody() {
        server.save(new SampleDocument(1).get());
        Answer head = ann.send("HEAD", ADDRESS).is(200);
        assertTrue(head.isEmpty());
        assertEquals(ann.get(ADDRESS).header("ETag"), head.header("ETag"));
    }

    @Test
    void whatNobodyUploadedIsNotThere() {
        ann.get(ADDRESS).is(404);
        ann.get("/api/images/ABC").is(404);
        ann.get(ADDRESS.toLowerCase(java.util.Locale.ROOT)).is(404);
        ann.patch(ID, "{}").is(404);
    }

    @Test
    void aDeletedPictureIsGoneAndReadersAreToldWhy() {
        State deleted = State.FINE.withTombstone(Optional.of(new Tombstone(Samples.EARLIER, "blurred", "bob", false)));
        server.save(new SampleDocument(1).state(deleted).get());
        Answer reader = server.as(TestRealm.READER).get(ADDRESS).is(410);
        assertEquals("blurred", reader.body().at("/tombstone/why").asString());
        assertEquals("bob", reader.body().at("/tombstone/by").asString());
        Answer anybody = server.anybody().get(ADDRESS).is(410);
        assertEquals(
                "20090129T235959.000000", anybody.body().at("/tombstone/when").asString());
        assertFalse(anybody.body().get("tombstone").has("why"));
        assertFalse(anybody.body().get("tombstone").has("by"));
        ann.patch(ID, "{\"addTitle\": \"t\"}").is(410);
    }

    @Test
    void nobodyButReadersCanTellAPrivatePictureFromNone() {
        server.save(new SampleDocument(1).state(State.FINE.withHidden(true)).get());
        Answer hidden = server.anybody().get(ADDRESS).is(404);
        Answer missing = server.anybody().get("/api/images/" + Samples.id(2)).is(404);
        assertEquals(missing.body(), hidden.body());
        assertEquals(
                hidden.body(), server.as(TestRealm.MONITOR).get(ADDRESS).is(404).body());
        assertTrue(server.as(TestRealm.READER)
                .get(ADDRESS)
                .is(200)
                .body()
                .get("private")
                .asBoolean());
    }

    @Test
    void aPrivateDeletedPictureIsNotKnownToHaveBeenThere() {
        State state =
                new State(true, false, Optional.of(new Tombstone(Samples.EARLIER, "", "bob", false)), Optional.empty());
        server.save(new SampleDocument(1).state(state).get());
        server.anybody().get(ADDRESS).is(404);
        server.as(TestRealm.READER).get(ADDRESS).is(410);
    }

    @Test
    void titlesAreAddedMovedAndReplaced() {
        server.save(new SampleDocument(1).titles("one", "two").get());
        assertEquals(
                List.of("one", "two", "three"),
                ann.patch(ID, "{\"addTitle\": \"three\"}").texts("titles"));
        assertEquals(
                List.of("two", "three", "one"),
                ann.patch(ID, "{\"addTitle\": \" one\\n\"}").texts("titles"));
        assertEquals(
                List.of("b", "a", "c"),
                ann.patch(ID, "{\"addTitle\": \"c\", \"titles\": [\"a\", \"b\", \"a\"]}")
                        .texts("titles"));
        assertEquals(List.of(), ann.patch(ID, "{\"titles\": []}").texts("titles"));
    }

    @Test
    void typesAreAddedOnceAndRemoved() {
        server.save(new SampleDocument(1).get());
        assertEquals(
                List.of("photo", "big"),
                ann.patch(ID, "{\"addTypes\": [\"photo\", \"big\", \"photo\"]}").texts("types"));
        assertEquals(
                List.of("big", "red"),
                ann.patch(ID, "{\"addTypes\": [\"big\", \"red\"], \"removeTypes\": [\"photo\", \"none\"]}")
                        .texts("types"));
    }

    @Test
    void referencesKeepTheFormOfTheirNumbers() {
        server.save(new SampleDocument(1).get());
        ann.patch(ID, "{\"addReferences\": {\"shop\": [ 1.50, 1E3, {\"a\" : null}, \"M\\u00fcnchen\" ]}}")
                .is(200);
        ann.patch(ID, "{\"addReferences\": {\"shop\": [1.50, 1.5], \"blog\": [true]}}")
                .is(200);
        assertEquals(List.of("1.50", "1E3", "{\"a\":null}", "\"M\u00fcnchen\"", "1.5"), references("shop"));
        ann.patch(ID, "{\"removeReferences\": {\"shop\": [1E3, {\"a\": null}], \"blog\": [true], \"none\": [1]}}");
        assertEquals(List.of("1.50", "\"M\u00fcnchen\"", "1.5"), references("shop"));
        assertEquals(1, stored().description().references().size());
    }

    private List<String> references(String key) {
        return stored().description().references().getOrDefault(key, List.of()).stream()
                .map(JsonText::text)
                .toList();
    }

    private ImageDocument stored() {
        return server.catalog.find(Samples.id(1)).orElseThrow();
    }

    @Test
    void aNewFocalPointTakesCropsFromTheCache() throws IOException {
        server.save(new SampleDocument(1).get());
        Path crop = cached(new Size.Exact(75, 75));
        Path fit = cached(new Size.Fit(75, 75));
        Answer answer = ann.patch(ID, "{\"focal\": [0.25, 1]}").is(200);
        assertEquals("[0.25,1.0]", answer.body().get("focal").toString());
        assertEquals(1, answer.body().get("focalRev").asInt());
        assertFalse(Files.exists(crop));
        assertTrue(Files.exists(fit));
        Answer none = ann.patch(ID, "{\"focal\": null}").is(200);
        assertTrue(none.body().get("focal").isNull());
        assertEquals(2, none.body().get("focalRev").asInt());
        assertEquals(
                2, ann.patch(ID, "{\"focal\": null}").body().get("focalRev").asInt());
    }

    @Test
    void aPictureMadePrivateHasLeftTheCacheWhenTheAnswerComes() throws IOException {
        server.save(new SampleDocument(1).get());
        Path fit = cached(new Size.Fit(75, 75));
        assertTrue(ann.patch(ID, "{\"private\": true}")
                .is(200)
                .body()
                .get("private")
                .asBoolean());
        assertFalse(Files.exists(fit));
        assertFalse(ann.patch(ID, "{\"private\": false}")
                .is(200)
                .body()
                .get("private")
                .asBoolean());
    }

    private Path cached(Size size) throws IOException {
        Path file = server.cache.file(new RenditionKey(Samples.id(1), size, ImageFormat.JPEG));
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "a picture");
    }

    @Test
    void onlyAChangeIsAModification() {
        server.save(new SampleDocument(1).titles("one").get());
        assertEquals("20090129T235959.000000", ann.patch(ID, "{}").is(200).text("mtime"));
        assertEquals(
                "20090129T235959.000000",
                ann.patch(ID, "{\"addTitle\": \"one\"}").text("mtime"));
        Answer changed = ann.patch(ID, "{\"addTitle\": \"two\"}");
        assertEquals(ApiServer.NOW_TEXT, changed.text("mtime"));
        assertEquals("20090129T235959.000000", changed.text("ctime"));
    }

    @Test
    void aTimestampIsTheTimeOfModification() {
        server.save(new SampleDocument(1).get());
        assertEquals(
                "20010203T040506.000000",
                ann.patch(ID, "{\"timestamp\": \"2001-02-03T04:05:06Z\", \"addTitle\": \"x\"}")
                        .text("mtime"));
        assertEquals(
                "20020203T040506.000001",
                ann.patch(ID, "{\"timestamp\": \"20020203T040506.000001\"}").text("mtime"));
        ann.patch(ID, "{\"timestamp\": \"yesterday\"}").is(422);
    }

    @Test
    void whoHasSeenAnOlderVersionChangesNothing() {
        server.save(new SampleDocument(1).titles("one").get());
        String old = ann.get(ADDRESS).header("ETag");
        Answer changed =
                ann.with("If-Match", old).patch(ID, "{\"addTitle\": \"two\"}").is(200);
        ann.with("If-Match", old).patch(ID, "{\"addTitle\": \"three\"}").is(412);
        assertEquals(List.of("one", "two"), ann.get(ADDRESS).texts("titles"));
        ann.with("If-Match", "\"x\", " + changed.header("ETag"))
                .patch(ID, "{\"addTitle\": \"4\"}")
                .is(200);
        ann.with("If-Match", "*").patch(ID, "{\"addTitle\": \"5\"}").is(200);
        ann.with("If-Match", "5").patch(ID, "{\"addTitle\": \"6\"}").is(400);
    }

    @Test
    void manyWhoChangeAtOnceLoseNothing() throws Exception {
        server.save(new SampleDocument(1).get());
        Race.run(
                16,
                caller -> ann.patch(ID, "{\"addTitle\": \"title " + caller + "\"}")
                        .is(200));
        assertEquals(16, ann.get(ADDRESS).texts("titles").size());
    }

    @Test
    void ofManyWithTheSameETagOneChanges() throws Exception {
        server.save(new SampleDocument(1).get());
        Caller careful = ann.with("If-Match", ann.get(ADDRESS).header("ETag"));
        List<Answer> answers = Race.run(16, caller -> careful.patch(ID, "{\"addTitle\": \"title " + caller + "\"}"));
        assertEquals(
                1, answers.stream().filter(answer -> answer.status() == 200).count());
        assertEquals(
                15, answers.stream().filter(answer -> answer.status() == 412).count());
    }
}
