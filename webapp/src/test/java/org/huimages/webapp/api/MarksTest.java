package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.State;
import org.huimages.catalog.Tombstone;
import org.huimages.testkit.Race;
import org.huimages.testkit.SampleDocument;
import org.huimages.testkit.Samples;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksTest {
    private static final String USERS = "/api/images/" + Samples.id(1) + "/users/";
    private static final String RITAS = USERS + "rita";

    @TempDir
    Path folder;

    private ApiServer server;
    private Caller rita;
    private Caller ann;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new ApiServer(folder);
        rita = server.as(TestRealm.READER);
        ann = server.as(TestRealm.EDITOR);
        server.save(Samples.document(1));
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    @Test
    void whoHasSaidNothingHasNoMarks() {
        assertEquals(
                "{\"id\":\"" + Samples.id(1) + "\",\"user\":\"rita\",\"tags\":[],\"favorite\":false,"
                        + "\"rating\":null,\"ratingAverage\":null,\"ratingCount\":0}",
                rita.get(RITAS).is(200).body().toString());
    }

    @Test
    void eachUserHasHisOwn() {
        rita.json("PUT", RITAS, "{\"tags\": [\"red\"], \"favorite\": true, \"rating\": 8}")
                .is(200);
        Answer anns = ann.json("PUT", USERS + "ann", "{\"rating\": 5}").is(200);
        assertEquals(List.of(), anns.texts("tags"));
        assertEquals(6.5, anns.body().get("ratingAverage").asDouble());
        assertEquals(2, anns.body().get("ratingCount").asInt());
        Answer ritas = rita.get(RITAS);
        assertEquals(List.of("red"), ritas.texts("tags"));
        assertEquals(8, ritas.body().get("rating").asInt());
        assertEquals(true, ritas.body().get("favorite").asBoolean());
    }

    @Test
    void whatIsNotSaidStays() {
        rita.json("PUT", RITAS, "{\"tags\": [\"red\"], \"favorite\": true, \"rating\": 8}");
        Answer answer = rita.json("PUT", RITAS, "{\"rating\": null}").is(200);
        assertEquals(true, answer.body().get("rating").isNull());
        assertEquals(0, answer.body().get("ratingCount").asInt());
        assertEquals(List.of("red"), answer.texts("tags"));
        assertEquals(true, answer.body().get("favorite").asBoolean());
        assertEquals(answer.body(), rita.json("PUT", RITAS, "{}").body());
    }

    @Test
    void aRatingIsAWholeNumberHoweverItIsWritten() {
        assertEquals(
                7,
                rita.json("PUT", RITAS, "{\"rating\": 7.0}")
                        .is(200)
                        .body()
                        .get("rating")
                        .asInt());
        assertEquals(
                10,
                rita.json("PUT", RITAS, "{\"rating\": 1e1}")
                        .is(200)
                        .body()
                        .get("rating")
                        .asInt());
    }

    @Test
    void tagsAreReplacedTakenAndAddedInThisOrder() {
        rita.json("PUT", RITAS, "{\"addTags\": [\"Red\", \"green, BLUE\"]}");
        assertEquals(List.of("blue", "green", "red"), rita.get(RITAS).texts("tags"));
        rita.json("PUT", RITAS, "{\"removeTags\": [\"GREEN\", \"none\"]}");
        assertEquals(List.of("blue", "red"), rita.get(RITAS).texts("tags"));
        rita.json("PUT", RITAS, "{\"addTags\": [\"b\"], \"removeTags\": [\"a\", \"b\"], \"tags\": [\"a\", \"c\"]}");
        assertEquals(List.of("b", "c"), rita.get(RITAS).texts("tags"));
        assertEquals(List.of(), rita.json("PUT", RITAS, "{\"tags\": []}").texts("tags"));
    }

    @Test
    void othersMarksNeedAnEditor() {
        rita.json("PUT", USERS + "ann", "{\"rating\": 1}").is(403);
        rita.get(USERS + "ann").is(403);
        ann.json("PUT", RITAS, "{\"rating\": 1}").is(200);
        assertEquals(1, rita.get(RITAS).body().get("rating").asInt());
        ann.json("PUT", USERS + "visitor%20%C3%BC-7", "{\"favorite\": true}").is(200);
        assertEquals("visitor \u00fc-7", ann.get(USERS + "visitor%20%C3%BC-7").text("user"));
        assertEquals(
                1, rita.get("/api/images?favorite=visitor%20%C3%BC-7").ids().size());
    }

    @Test
    void whatMakesNoSenseIsRefusedAndChangesNothing() {
        rita.json("PUT", RITAS, "{\"tags\": [\"red\"], \"favorite\": true, \"rating\": 8}");
        Answer before = rita.get(RITAS);
        List.of(
                        "{\"rating\": 0}",
                        "{\"rating\": 11}",
                        "{\"rating\": 7.5}",
                        "{\"rating\": 1e2}",
                        "{\"rating\": \"7\"}",
                        "{\"rating\": 99999999999999999999}",
                        "{\"favorite\": null}",
                        "{\"favorite\": 1}",
                        "{\"tags\": \"a\"}",
                        "{\"tags\": [1]}",
                        "{\"tags\": [\"\"]}",
                        "{\"tags\": null}",
                        "{\"favourite\": true}",
                        "[]",
                        "7",
                        "null")
                .forEach(body -> assertEquals(422, rita.json("PUT", RITAS, body).status(), body));
        assertEquals(before.body(), rita.get(RITAS).body());
    }

    @Test
    void tooMuchIsRefused() {
        ann.json("PUT", USERS + "x".repeat(201), "{}").is(422);
        ann.json("PUT", USERS + "%0A", "{}").is(422);
        ann.json("PUT", USERS, "{}").is(422);
        rita.json("PUT", RITAS, "{\"addTags\": [\"" + "x".repeat(101) + "\"]}").is(422);
    }

    @Test
    void whatIsNotThereCannotBeMarked() {
        rita.json("PUT", "/api/images/" + Samples.id(2) + "/users/rita", "{}").is(404);
        rita.get("/api/images/" + Samples.id(2) + "/users/rita").is(404);
        rita.get("/api/images/x/users/rita").is(404);
        State deleted = State.FINE.withTombstone(Optional.of(new Tombstone(Samples.EARLIER, "", "bob", false)));
        server.save(new SampleDocument(3).state(deleted).get());
        rita.json("PUT", "/api/images/" + Samples.id(3) + "/users/rita", "{}").is(410);
        rita.get("/api/images/" + Samples.id(3) + "/users/rita").is(410);
    }

    @Test
    void readersMarkPrivatePicturesToo() {
        server.save(new SampleDocument(2).state(State.FINE.withHidden(true)).get());
        rita.json("PUT", "/api/images/" + Samples.id(2) + "/users/rita", "{\"rating\": 3}")
                .is(200);
    }

    @Test
    void tagsAddedAtOnceAreAllThere() throws Exception {
        Race.run(
                16,
                caller -> rita.json("PUT", RITAS, "{\"addTags\": [\"tag" + caller + "\"]}")
                        .is(200));
        assertEquals(16, rita.get(RITAS).texts("tags").size());
    }
}
