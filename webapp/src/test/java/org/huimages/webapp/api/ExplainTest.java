package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.Audience;
import org.huimages.header.Orientation;
import org.huimages.rendition.RenditionKey;
import org.huimages.rendition.SizePolicy;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Samples;
import org.huimages.url.Extension;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExplainTest {
    @TempDir
    Path folder;

    private ApiServer server;
    private Caller ann;
    private String id = "";

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = new ApiServer(folder);
        ann = server.as(TestRealm.EDITOR);
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(400, 600, 1), Orientation.TURN_RIGHT);
        id = ann.form(Caller.file("a.jpg", photo)).is(201).text("id");
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    private Answer explain(String path) {
        return ann.get("/api/explain?path=" + URLEncoder.encode(path, StandardCharsets.UTF_8))
                .is(200);
    }

    @Test
    void itTellsWhatWouldBeDoneAndLeavesNothingBehind() throws IOException {
        Answer answer = explain("/240x160/" + id + "/any name.webp");
        assertEquals("picture", answer.text("meaning"));
        assertEquals("240x160", answer.text("size"));
        assertEquals("any name", answer.text("name"));
        assertEquals("webp", answer.text("format"));
        assertTrue(answer.body().get("allowed").asBoolean());
        assertFalse(answer.body().get("cached").asBoolean());
        assertEquals(id.substring(0, 2) + "/" + id + "/240x160.webp", answer.text("file"));
        assertEquals(
                List.of("decode", "scale to 160x107", "turn upright from EXIF 6", "encode as webp 80"),
                answer.texts("steps"));
        assertTrue(answer.body().get("memory").asLong() > 8 << 20);
        try (Stream<Path> spooled = Files.list(folder.resolve("spool"))) {
            assertEquals(0, spooled.count());
        }
        assertFalse(Files.exists(server.cache.folder().resolve(id.substring(0, 2))));
    }

    @Test
    void theFocalPointCounts() {
        ann.patch(id, "{\"focal\": [0, 0]}").is(200);
        assertTrue(explain("/75x75!/" + id + ".jpeg").texts("steps").contains("crop to 75x75 from 0, 0"));
    }

    @Test
    void itTellsWhatIsThere() throws IOException {
        RenditionKey key = new RenditionKey(new ImageId(id), new Size.Fit(240, 160), ImageFormat.JPEG);
        Files.createDirectories(server.cache.file(key).getParent());
        Files.writeString(server.cache.file(key), "a picture");
        assertTrue(explain("/240x160/" + id + ".jpg").body().get("cached").asBoolean());
    }

    @Test
    void itTellsWhatIsNotMade() {
        Answer large = explain("/" + ApiServer.FORBIDDEN.text() + "/" + id + ".jpeg");
        assertFalse(large.body().get("allowed").asBoolean());
        assertTrue(large.text("refusal").contains("HUIMAGES_MAX_EDGE"), large.text("refusal"));
        assertFalse(large.body().has("steps"));
        Answer missing = explain("/240x160/" + Samples.id(1) + ".jpeg");
        assertEquals("there is no picture with this ID", missing.text("refusal"));
        ann.send("DELETE", "/api/images/" + id).is(204);
        assertEquals(
                "the picture was deleted", explain("/240x160/" + id + ".jpeg").text("refusal"));
    }

    @Test
    void anOriginalIsSentAsItIs() {
        Answer answer = explain("/o/" + id + ".jpeg");
        assertFalse(answer.body().has("steps"));
        assertFalse(answer.body().has("refusal"));
    }

    @Test
    void oldFormsAreExplainedByWhatTheyMean() {
        Answer answer = explain("/small/" + id + "/x?sig=1");
        assertEquals("moved", answer.text("meaning"));
        assertEquals("/240x160/" + id + "/x.jpeg", answer.text("movedTo"));
        assertEquals(3, answer.texts("steps").size() - 1);
    }

    @Test
    void whatIsNoAddressMeansNothing() {
        for (String path : List.of("", "/", "240x160", "/240x160/" + id + ".gif", "\0", "<script>")) {
            assertEquals("nothing", explain(path).text("meaning"), path);
        }
        ann.get("/api/explain").is(422);
    }

    @Test
    void aSignatureInTheAddressCounts() throws IOException, LifecycleException {
        server.close();
        SigningKeys keys = SigningKeys.parse("k1:00112233445566778899aabbccddeeff");
        server = new ApiServer(folder.resolve("signed"), Audience.READERS, new SizePolicy.Signed(keys));
        ann = server.as(TestRealm.EDITOR);
        ImagePath path = new ImagePath(new Size.Fit(240, 160), new ImageId(id), "", Extension.JPEG);
        String signature = keys.sign(path, Optional.empty()).text();
        assertFalse(explain(path.path()).body().get("allowed").asBoolean());
        assertFalse(explain(path.path() + "?sig=k1.." + "x".repeat(43))
                .body()
                .get("allowed")
                .asBoolean());
        assertTrue(
                explain(path.path() + "?sig=" + signature).body().get("allowed").asBoolean());
        assertTrue(explain(path.path() + "?x=1&sig=" + signature + "&y=2")
                .body()
                .get("allowed")
                .asBoolean());
    }

    @Test
    void aStoreThatIsDownIsARefusal() {
        server.originals.fails("no route to host");
        assertEquals(
                "a store does not answer", explain("/240x160/" + id + ".jpeg").text("refusal"));
    }
}
