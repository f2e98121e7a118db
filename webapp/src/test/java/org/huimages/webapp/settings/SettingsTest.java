package org.huimages.webapp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.huimages.catalog.Audience;
import org.huimages.failure.SetupException;
import org.huimages.keeper.KeeperLimits;
import org.huimages.keeper.MinFree;
import org.huimages.original.Verify;
import org.huimages.rendition.SizePolicy;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.legacy.LegacyRule;
import org.huimages.store.s3.S3Config;
import org.huimages.store.s3.S3Keys;
import org.huimages.url.Extension;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;

class SettingsTest {
    private static final Path DEFAULT = Path.of("/base/huimages/ROOT");

    private static final CouchAddress COUCH = CouchAddress.parse("https://ann:secret@couch.example:6984");

    @Test
    void aCouchServerIsTheCatalogUnlessItIsSaidOtherwise() {
        Map<String, String> server = Map.of("COUCHSERVER", "http://127.0.0.1:5984");
        assertInstanceOf(CatalogRule.Couch.class, read(server).catalog());
        Settings embedded = read(Map.of("COUCHSERVER", "http://127.0.0.1:5984", "HUIMAGES_CATALOG", "embedded"));
        assertEquals(new CatalogRule.Embedded(), embedded.catalog());
        assertTrue(embedded.couchServer().isPresent());
    }

    @Test
    void aCatalogInCouchNeedsAServer() {
        String message =
                String.valueOf(assertThrows(SetupException.class, () -> read(Map.of("HUIMAGES_CATALOG", "couch")))
                        .getMessage());
        assertTrue(message.contains("HUIMAGES_CATALOG is 'couch', but HUIMAGESCOUCHSERVER is not set"), message);
    }

    @Test
    void aWrongCouchServerIsNamedWithoutItsPassword() {
        Map<String, String> wrong = Map.of("HUIMAGESCOUCHSERVER", "ann:secret@host:5984");
        String message = String.valueOf(
                assertThrows(SetupException.class, () -> read(wrong)).getMessage());
        assertTrue(message.contains("HUIMAGESCOUCHSERVER") && !message.contains("secret@host"), message);
    }

    @Test
    void everyDefaultIsAsDocumented() {
        assertEquals(
                new Settings(
                        DEFAULT,
                        DEFAULT.resolve("cache"),
                        new KeeperLimits(20L * 1024 * 1024 * 1024, new MinFree.Share(0.05)),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        "01",
                        Optional.empty(),
                        64L * 1024 * 1024,
                        100_000_000,
                        4096,
                        Runtime.getRuntime().availableProcessors(),
                        256L * 1024 * 1024,
                        Duration.ofSeconds(10),
                        true,
                        true,
                        new SizePolicy.Open(),
                        Optional.empty(),
                        Duration.ofDays(30),
                        Audience.READERS,
                        Optional.empty(),
                        new CatalogRule.Embedded(),
                        Optional.empty(),
                        LegacyRule.KEEP,
                        false),
                read(Map.of()));
    }

    @Test
    void everyNameReachesItsValue() {
        assertEquals(
                new Settings(
                        Path.of("/data"),
                        Path.of("/cache"),
                        new KeeperLimits(3L * 1024 * 1024 * 1024, new MinFree.Bytes(500L * 1024 * 1024)),
                        Optional.of(URI.create("https://i.example.com/pictures")),
                        Set.of("i.example.com", "[::1]", "10.0.0.1"),
                        Optional.of("pics.example.com"),
                        "07",
                        Optional.of(Path.of("/lib/libvips.so.42")),
                        1_048_576,
                        5_000_000,
                        2048,
                        3,
                        100L * 1024 * 1024,
                        Duration.ofMillis(1500),
                        false,
                        false,
                        new SizePolicy.Listed(
                                Set.of(new Size.Fit(240, 160), new Size.Exact(75, 75), new Size.Fit(640, 480))),
                        Optional.empty(),
                        Duration.ofDays(7),
                        Audience.PUBLIC,
                        Optional.of(new S3Config(
                                "originals.i.hdimg.net",
                                Optional.of(URI.create("https://s3.example.net")),
                                false,
                                Optional.of(new S3Keys("AKIA", "word", Optional.of("token"))),
                                Verify.WARN)),
                        new CatalogRule.Couch(COUCH, Duration.ofMillis(300)),
                        Optional.of(COUCH),
                        LegacyRule.DELETE,
                        true),
                read(Map.ofEntries(
                        Map.entry("HUIMAGES_LEGACY_COUCH", "delete"),
                        Map.entry("HUIMAGES_READ_ONLY", "true"),
                        Map.entry("HUIMAGESCOUCHSERVER", "https://ann:secret@couch.example:6984/"),
                        Map.entry("HUIMAGES_CATALOG", "couch"),
                        Map.entry("HUIMAGES_COUCH_TIMEOUT", "300ms"),
                        Map.entry("HUIMAGES_DATA", "/data"),
                        Map.entry("HUIMAGES_CACHE", "/cache"),
                        Map.entry("HUIMAGES_CACHE_MAX", "3GB"),
                        Map.entry("HUIMAGES_CACHE_MIN_FREE", "500MB"),
                        Map.entry("IMAGESERVERURL", "https://i.example.com/pictures/"),
                        Map.entry("HUIMAGES_HOSTS", "I.example.com, [::1],10.0.0.1"),
                        Map.entry("HUIMAGES_PICTURE_HOST", "pics.example.com"),
                        Map.entry("HUIMAGES_CLUSTER", "07"),
                        Map.entry("HUIMAGES_LIBVIPS", "/lib/libvips.so.42"),
                        Map.entry("HUIMAGES_MAX_BYTES", "1MB"),
                        Map.entry("HUIMAGES_MAX_PIXELS", "5000000"),
                        Map.entry("HUIMAGES_MAX_EDGE", "2048"),
                        Map.entry("HUIMAGES_RENDER_THREADS", "3"),
                        Map.entry("HUIMAGES_RENDER_MEMORY", "100MB"),
                        Map.entry("HUIMAGES_RENDER_TIMEOUT", "1500ms"),
                        Map.entry("HUIMAGES_PYRAMID", "false"),
                        Map.entry("HUIMAGES_AVIF", "false"),
                        Map.entry("HUIMAGES_TRASH_DAYS", "7"),
                        Map.entry("HUIMAGES_BROWSE", "public"),
                        Map.entry("HUIMAGES3BUCKET", "originals.i.hdimg.net"),
                        Map.entry("HUIMAGES_S3_ENDPOINT", "https://s3.example.net/"),
                        Map.entry("HUIMAGES_S3_PATH_STYLE", "false"),
                        Map.entry("AWS_ACCESS_KEY_ID", "AKIA"),
                        Map.entry("AWS_SECRET_ACCESS_KEY", "word"),
                        Map.entry("AWS_SESSION_TOKEN", "token"),
                        Map.entry("HUIMAGES_VERIFY", "warn"),
                        Map.entry("HUIMAGES_SIZES", "list:240x160, square,vga"))));
    }

    @Test
    void signedSizesNeedKeys() {
        SigningKeys keys = SigningKeys.parse("k1:00112233445566778899aabbccddeeff");
        Settings settings = read(
                Map.of("HUIMAGES_SIZES", "signed", "HUIMAGES_SIGNING_KEYS", "k1:00112233445566778899aabbccddeeff"));
        SizePolicy.Signed signed = assertInstanceOf(SizePolicy.Signed.class, settings.sizes());
        ImagePath path = new ImagePath(new Size.Fit(1, 1), new ImageId("A".repeat(32) + "01"), "", Extension.JPEG);
        assertEquals(
                SigningKeys.Verdict.VALID,
                signed.keys().verify(path, keys.sign(path, Optional.empty()), Instant.EPOCH));
        String message = refusal(Map.of("HUIMAGES_SIZES", "signed"));
        assertTrue(message.contains("HUIMAGES_SIGNING_KEYS is not set"), message);
    }

    @Test
    void aBucketAloneIsOnAmazonUnderAnyOfItsNames() {
        S3Config expected = new S3Config("pictures", Optional.empty(), false, Optional.empty(), Verify.STRICT);
        for (String name : List.of("HUIMAGES3BUCKET", "S3BUCKET", "HUIMAGESS3BUCKET")) {
            assertEquals(
                    Optional.of(expected),
                    read(Map.of(name, "pictures", "HUIMAGES_CATALOG", "embedded"))
                            .s3());
        }
    }

    @Test
    void onAnotherServerTheBucketStandsInThePath() {
        assertTrue(read(Map.of(
                        "HUIMAGES3BUCKET", "pictures",
                        "HUIMAGES_CATALOG", "embedded",
                        "HUIMAGES_S3_ENDPOINT", "http://127.0.0.1:9000"))
                .s3()
                .orElseThrow()
                .pathStyle());
    }

    @Test
    void theOnlyOriginalsAreNotMovedToOneMachine() {
        Map<String, String> couch = Map.of("HUIMAGESCOUCHSERVER", "http://127.0.0.1:5984");
        Map<String, String> delete = new TreeMap<>(couch);
        delete.put("HUIMAGES_LEGACY_COUCH", "delete");
        assertTrue(refusal(delete).contains("HUIMAGES_LEGACY_COUCH is 'delete', but HUIMAGES3BUCKET is not set"));
        assertTrue(refusal(Map.of("HUIMAGES_LEGACY_COUCH", "off")).contains("HUIMAGESCOUCHSERVER is not"));
        delete.put("HUIMAGES_LEGACY_COUCH", "off");
        assertEquals(LegacyRule.OFF, read(delete).legacy());
    }

    @Test
    void aMistakeIsToldOnce() {
        String message = refusal(Map.of("HUIMAGESCOUCHSERVER", "couch", "HUIMAGES3BUCKET", "!"));
        for (String name : List.of("HUIMAGESCOUCHSERVER is ", "HUIMAGES3BUCKET is ")) {
            assertTrue(message.contains(name), message);
            assertEquals(message.indexOf(name), message.lastIndexOf(name), message);
        }
    }

    @Test
    void hostsAreNames() {
        for (String wrong : List.of(",", "a b", "host:80", "https://host", "[::1", "a,,b")) {
            assertTrue(refusal(Map.of("HUIMAGES_HOSTS", wrong)).contains("HUIMAGES_HOSTS is"), wrong);
        }
    }

    @Test
    void namesOfOthersAreLeftAlone() {
        assertEquals(
                read(Map.of()),
                read(Map.of(
                        "HUIMAGES_SERVICE_HOST", "10.0.0.1",
                        "HUIMAGES_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                        "HUIMAGES_API_URL", "http://x",
                        "HUIMAGES_USER", "ann",
                        "HUIMAGES_PASSWORD", "secret",
                        "HUIMAGES_TEST_CORPUS", "/corpus",
                        "HUIMAGESALTADDITION", " | shop",
                        "AWS_ACCESS_KEY_ID", "AKIA",
                        "PATH", "/bin")));
    }

    private static String refusal(Map<String, String> values) {
        return String.valueOf(
                assertThrows(SetupException.class, () -> read(values)).getMessage());
    }

    private static Settings read(Map<String, String> values) {
        return Settings.read(new SettingSource(List.of(values)), DEFAULT);
    }
}
