package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalLong;
import org.apache.catalina.LifecycleException;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrashTest {
    private static final byte[] PHOTO = PictureMaker.jpeg(PictureMaker.photo(60, 40, 1));

    @TempDir
    Path folder;

    private ApiServer server;
    private Caller ann;
    private Caller root;
    private String address = "";

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new ApiServer(folder);
        ann = server.as(TestRealm.EDITOR);
        root = server.as(TestRealm.ADMIN);
        address = "/api/images/" + ann.form(Caller.file("a.jpg", PHOTO)).text("id");
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    @Test
    void whatIsDeletedIsGoneAndCanBeRestored() {
        assertTrue(ann.send("DELETE", address + "?why=blurred%0A").is(204).isEmpty());
        Answer gone = ann.get(address).is(410);
        assertEquals(
                "{\"when\":\"" + ApiServer.NOW_TEXT + "\",\"erased\":false,\"why\":\"blurred\",\"by\":\"ann\"}",
                gone.body().get("tombstone").toString());
        Answer restored = ann.send("POST", address + "/restore").is(200);
        assertEquals(ann.get(address).is(200).body(), restored.body());
    }

    @Test
    void deletingTwiceKeepsTheFirstReason() {
        ann.send("DELETE", address + "?why=first").is(204);
        server.as(TestRealm.OTHER_EDITOR)
                .send("DELETE", address + "?why=second")
                .is(204);
        assertEquals("first", ann.get(address).body().at("/tombstone/why").asString());
    }

    @Test
    void onlyAnAdminErases() throws IOException {
        ann.send("DELETE", address + "?purge=now").is(403);
        ann.get(address).is(200);
        root.send("DELETE", address + "?purge=later").is(422);
        root.send("DELETE", address + "?purge=now&why=law").is(204);
        assertTrue(ann.get(address).is(410).body().at("/tombstone/erased").asBoolean());
        assertEquals(OptionalLong.empty(), server.originals.length(new ImageId(address.substring(12))));
        ann.send("POST", address + "/restore").is(409);
        root.send("DELETE", address + "?purge=now").is(204);
        ann.form(Caller.file("a.jpg", PHOTO));
        ann.get(address).is(200);
    }

    @Test
    void whatIsInTheTrashCanBeErasedToo() {
        ann.send("DELETE", address).is(204);
        root.send("DELETE", address + "?purge=now").is(204);
        assertTrue(ann.get(address).is(410).body().at("/tombstone/erased").asBoolean());
    }

    @Test
    void whatIsNotThereCannotBeDeletedOrRestored() {
        ann.send("DELETE", "/api/images/" + Samples.id(9)).is(404);
        ann.send("DELETE", "/api/images/x").is(404);
        ann.send("POST", "/api/images/" + Samples.id(9) + "/restore").is(404);
        ann.send("POST", address + "/restore").is(409);
        ann.send("DELETE", address + "?why=" + "x".repeat(6000)).is(204);
    }

    @Test
    void aStoreThatIsDownIsSaid() {
        server.catalog.failsToSave();
        ann.send("DELETE", address).is(503);
        server.catalog.heals();
        ann.get(address).is(200);
    }
}
