package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.couch.LegacyDatabase;
import org.huimages.testkit.couch.LegacyPicture;
import org.huimages.url.Dimensions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The trial run of an upgrade: a server that may only read, before the databases of an older system.
@Timeout(120)
class ReadOnlyIT {
    @TempDir
    Path folder;

    @Test
    void everythingIsServedAndNothingIsWrittenAnywhere() {
        try (RemoteStores stores = RemoteStores.start()) {
            new LegacyDatabase(stores.peek(), RemoteStores.PICTURES, RemoteStores.MARKS).write();
            String before = state(stores);
            try (Server server = Site.start(folder, stores.settings("HUIMAGES_READ_ONLY", "true"))) {
                reading(server.http());
                writing(Api.of(server.http()));
                assertEquals(before, state(stores));
                assertFalse(Files.exists(stores.object(LegacyDatabase.PLAIN.id())));
                assertFalse(server.output().contains("SEVERE"), server.output());
            }
        }
    }

    /// What changes with any write.
    private static String state(RemoteStores stores) {
        return stores.peek().send("GET", "/_all_dbs", "")
                + stores.peek().send("GET", "/" + RemoteStores.PICTURES + "/_all_docs", "")
                + stores.peek().send("GET", "/" + RemoteStores.MARKS + "/_all_docs", "");
    }

    private static void reading(Http http) {
        LegacyPicture turned = LegacyDatabase.TURNED.getFirst();
        assertEquals(new Dimensions(32, 24), Http.dimensions(http.get("/32x32/" + turned.id() + ".jpeg")));
        assertArrayEquals(
                turned.bytes(), http.get("/o/" + turned.id() + ".jpeg").body());
        assertEquals(200, http.get("/api/images/" + turned.id()).statusCode());
        assertTrue(Http.text(http.get("/health/ready")).contains("HUIMAGES_READ_ONLY keeps us from making it"));
    }

    private static void writing(Api api) {
        Api root = api.as(User.ADMIN);
        String path = "/api/images/" + LegacyDatabase.PLAIN.id();
        root.get("/api/images/random").is(200);
        assertEquals(503, root.get("/api/images?limit=3").status(), "newest first: that needs an index of ours");
        Answer refused = root.upload(PictureMaker.jpeg(PictureMaker.photo(60, 40, 1)), "?title=new")
                .is(403);
        assertTrue(refused.raw().contains("HUIMAGES_READ_ONLY"), refused.raw());
        root.json("PATCH", path, "{\"addTitle\": \"new\"}").is(403);
        root.json("PUT", path + "/users/root", "{\"favorite\": true}").is(403);
        root.send("DELETE", path).is(403);
        root.send("DELETE", path + "?purge=now").is(403);
        root.send("POST", path + "/restore").is(403);
    }
}
