package org.huimages.webapp.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.Audience;
import org.huimages.header.Orientation;
import org.huimages.rendition.RenditionKey;
import org.huimages.rendition.SizePolicy;
import org.huimages.testkit.PictureMaker;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class CacheTest {
    @TempDir
    Path folder;

    private ApiServer server;
    private Caller ann;
    private String id = "";

    @BeforeEach
    void start() throws IOException, LifecycleException {
        start("open", new SizePolicy.Open());
    }

    private void start(String name, SizePolicy sizes) throws IOException, LifecycleException {
        server = new ApiServer(folder.resolve(name), Audience.READERS, sizes);
        ann = server.as(TestRealm.EDITOR);
        byte[] photo = PictureMaker.jpeg(PictureMaker.photo(400, 600, 1), Orientation.UPRIGHT);
        id = ann.form(Caller.file("a.jpg", photo)).is(201).text("id");
    }

    private void restart(SizePolicy sizes) throws IOException, LifecycleException {
        server.close();
        start("restarted", sizes);
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    private Answer warm(String json) {
        return ann.json("POST", "/api/cache/warm", json);
    }

    private RenditionKey key(int width, int height, ImageFormat format) {
        return new RenditionKey(new ImageId(id), new Size.Fit(width, height), format);
    }

    private void awaitWarm() throws InterruptedException {
        while (server.warmer.progress().made() + server.warmer.progress().failed() == 0
                || server.warmer.progress().waiting() > 0) {
            Thread.sleep(5);
        }
    }

    @Test
    void itTellsWhatIsThere() {
        Answer empty = server.as(TestRealm.ADMIN).get("/api/cache").is(200);
        assertEquals(0, empty.body().get("files").asLong());
        assertTrue(empty.body().get("exact").asBoolean());
        assertTrue(empty.body().at("/disk/free").asLong() > 0);
        assertEquals("no-store", empty.header("Cache-Control"));
    }

    @Test
    void whatIsWarmedUpIsThereBeforeAnybodyAsks() throws InterruptedException {
        Answer answer = warm("{\"ids\": [\"%s\"], \"sizes\": [\"240x160\", \"vga\"], \"formats\": [\"jpg\", \"webp\"]}"
                .formatted(id));
        assertEquals(4, answer.is(202).body().get("accepted").asInt());
        while (server.warmer.progress().made() < 4) {
            Thread.sleep(5);
        }
        assertTrue(server.cache.holds(key(240, 160, ImageFormat.JPEG)));
        assertTrue(server.cache.holds(key(640, 480, ImageFormat.WEBP)));
        Answer report = server.as(TestRealm.ADMIN).get("/api/cache").is(200);
        assertEquals(5, report.body().get("files").asLong());
        assertEquals(4, report.body().at("/warming/made").asLong());
        assertEquals(1, report.body().at("/unused/day").asDouble());
    }

    @Test
    void aPictureThatIsNotThereFailsLater() throws InterruptedException {
        warm("{\"ids\": [\"%s\"], \"sizes\": [\"vga\"]}".formatted(Samples.id(1)))
                .is(202);
        awaitWarm();
        assertEquals(1, server.warmer.progress().failed());
    }

    @Test
    void aPrivatePictureIsNotMadeAhead() throws InterruptedException {
        ann.patch(id, "{\"private\": true}").is(200);
        warm("{\"ids\": [\"%s\"], \"sizes\": [\"vga\"]}".formatted(id)).is(202);
        awaitWarm();
        assertEquals(1, server.warmer.progress().failed());
        assertFalse(server.cache.holds(key(640, 480, ImageFormat.JPEG)));
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        for (String wrong : new String[] {
            "{}",
            "{\"ids\": [\"%s\"]}",
            "{\"ids\": [\"x\"], \"sizes\": [\"vga\"]}",
            "{\"ids\": [\"%s\"], \"sizes\": [\"o\"]}",
            "{\"ids\": [\"%s\"], \"sizes\": [\"huge\"]}",
            "{\"ids\": [\"%s\"], \"sizes\": [\"vga\"], \"formats\": [\"gif\"]}",
            "{\"ids\": [\"%s\"], \"sizes\": [\"vga\"], \"colour\": 1}",
            "{\"ids\": \"%s\", \"sizes\": [\"vga\"]}",
        }) {
            warm(wrong.replace("%s", id)).is(422);
        }
        warm("{\"ids\": [\"%s\"], \"sizes\": [\"5000x5000\"]}".formatted(id)).is(403);
    }

    @Test
    void moreThanAThousandAreTooMany() {
        String sizes = IntStream.rangeClosed(1, 1001)
                .mapToObj(number -> "\"" + number + "x1\"")
                .collect(Collectors.joining(","));
        warm("{\"ids\": [\"%s\"], \"sizes\": [%s]}".formatted(id, sizes)).is(422);
    }

    @Test
    void aListOfSizesCountsButNobodyHasToSign() throws Exception {
        restart(new SizePolicy.Listed(Set.of(new Size.Fit(640, 480))));
        warm("{\"ids\": [\"%s\"], \"sizes\": [\"vga\"]}".formatted(id)).is(202);
        warm("{\"ids\": [\"%s\"], \"sizes\": [\"240x160\"]}".formatted(id)).is(403);
        server.close();
        start("signed", new SizePolicy.Signed(SigningKeys.parse("k1:00112233445566778899aabbccddeeff")));
        warm("{\"ids\": [\"%s\"], \"sizes\": [\"vga\"]}".formatted(id)).is(202);
    }

    @Test
    void whatWasMadeOfAPictureCanBeForgotten() throws InterruptedException {
        warm("{\"ids\": [\"%s\"], \"sizes\": [\"vga\"]}".formatted(id)).is(202);
        awaitWarm();
        ann.send("DELETE", "/api/images/" + id + "/renditions").is(204);
        assertFalse(server.cache.holds(key(640, 480, ImageFormat.JPEG)));
        assertEquals(0, server.cache.keeper().report().files());
        ann.send("DELETE", "/api/images/" + id + "/renditions").is(204);
        ann.send("DELETE", "/api/images/x/renditions").is(404);
        assertEquals(200, ann.get("/api/images/" + id).status());
    }
}
