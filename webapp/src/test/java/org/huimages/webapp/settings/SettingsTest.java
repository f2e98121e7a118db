package org.huimages.webapp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import org.huimages.catalog.Audience;
import org.huimages.failure.SetupException;
import org.huimages.keeper.KeeperLimits;
import org.huimages.keeper.MinFree;
import org.huimages.original.Verify;
import org.huimages.rendition.SizePolicy;
import org.huimages.store.couch.CouchAddress;
import org.huimages.store.s3.S3Config;
import org.huimages.store.s3.S3Keys;
import org.huimages.url.Extension;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
                        Optional.empty()),
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
                        Optional.of(COUCH)),
                read(Map.ofEntries(
                        Map.entry("HUIMAGESCOUCHSERVER", "https://ann:secret@couch.example:6984/"),
                        Map.entry("HUIMAGES_CATALOG", "couch"),
                        Map.entry("HUIMAGES_COUCH_TIMEOUT", "300ms"),
                        Map.entry("HUIMAGES_DATA", "/data"),
                        Map.entry("HUIMAGES_CACHE", "/cache"),
                        Map.entry("HUIMAGES_CACHE_MAX", "3GB"),
                        Map.entry("HUIMAGES_CACHE_MIN_FREE", "500MB"),
                        Map.entry("IMAGESERVERURL", "https://i.example.com/pictures/"),
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

    /// An existing installation is not to come up empty.
    @Test
    void whatIsSaidByHalvesOfS3StopsTheStart() {
        assertTrue(refusal(Map.of("HUIMAGES3BUCKET", "pictures"))
                .endsWith("set HUIMAGESCOUCHSERVER or HUIMAGES_CATALOG=embedded"));
        assertTrue(refusal(Map.of("HUIMAGES_S3_ENDPOINT", "http://127.0.0.1:9000"))
                .endsWith("HUIMAGES_S3_ENDPOINT is set, but HUIMAGES3BUCKET is not"));
        assertTrue(refusal(Map.of(
                        "HUIMAGES3BUCKET", "pictures", "HUIMAGES_CATALOG", "embedded", "AWS_ACCESS_KEY_ID", "AKIA"))
                .endsWith("of AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY only one is set"));
    }

    @Test
    void aWrongSigningKeyIsNamedButNotShown() {
        String message = refusal(Map.of("HUIMAGES_SIGNING_KEYS", "k1:0011xyz"));
        assertTrue(message.contains("HUIMAGES_SIGNING_KEYS"), message);
        assertFalse(message.contains("xyz"), message);
    }

    @Test
    void theCacheLiesInTheDataFolderThatIsSet() {
        assertEquals(
                Path.of("/data/cache"), read(Map.of("HUIMAGES_DATA", "/data")).cache());
    }

    @Test
    void contextParametersWinOverPropertiesOverTheEnvironment() {
        Map<String, String> first = Map.of("HUIMAGES_MAX_EDGE", "1");
        Map<String, String> second = Map.of("HUIMAGES_MAX_EDGE", "2", "HUIMAGES_CLUSTER", "22");
        Map<String, String> third = Map.of("HUIMAGES_CLUSTER", "33", "HUIMAGES_DATA", "/three");
        Settings settings = Settings.read(new SettingSource(List.of(first, second, third)), DEFAULT);
        assertEquals(1, settings.maxEdge());
        assertEquals("22", settings.cluster());
        assertEquals(Path.of("/three"), settings.data());
    }

    @Test
    void aBlankValueIsNoValue() {
        assertEquals(4096, read(Map.of("HUIMAGES_MAX_EDGE", " ")).maxEdge());
    }

    @ParameterizedTest
    @CsvSource({
        "HUIMAGES_DATA, pictures",
        "HUIMAGES_CACHE, ./cache",
        "HUIMAGES_CACHE_MAX, 0",
        "HUIMAGES_CACHE_MIN_FREE, 91%",
        "HUIMAGES_CACHE_MIN_FREE, -1%",
        "HUIMAGES_CACHE_MIN_FREE, some",
        "HUIMAGES_MAX_EDGE, 0",
        "HUIMAGES_MAX_EDGE, -3",
        "HUIMAGES_MAX_EDGE, 99999999999",
        "HUIMAGES_MAX_EDGE, many",
        "HUIMAGES_MAX_PIXELS, 1e9",
        "HUIMAGES_MAX_BYTES, 64 apples",
        "HUIMAGES_MAX_BYTES, 999999999999999TB",
        "HUIMAGES_RENDER_TIMEOUT, 10",
        "HUIMAGES_RENDER_TIMEOUT, 0s",
        "HUIMAGES_RENDER_MEMORY, much",
        "HUIMAGES_SIZES, closed",
        "HUIMAGES_SIZES, list:",
        "HUIMAGES_SIZES, 'list:240x160,huge'",
        "HUIMAGES_CLUSTER, 1",
        "HUIMAGES_CLUSTER, abc",
        "HUIMAGES_BROWSE, everybody",
        "HUIMAGES_PICTURE_HOST, pics.example.com:8080",
        "HUIMAGES_PICTURE_HOST, http://pics.example.com",
        "HUIMAGES3BUCKET, a/b",
        "HUIMAGES_S3_ENDPOINT, s3.example.net",
        "HUIMAGES_S3_PATH_STYLE, yes",
        "HUIMAGES_VERIFY, sometimes",
        "HUIMAGES_CATALOG, h2",
        "IMAGESERVERURL, i.example.com",
        "IMAGESERVERURL, ftp://i.example.com",
        "IMAGESERVERURL, https://i.example.com/?x=1"
    })
    void aWrongValueStopsTheStartAndIsNamed(String name, String value) {
        String message = refusal(Map.of(name, value));
        assertTrue(message.contains(name) && message.contains("'" + value + "'"), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void anUnknownNameStopsTheStart() {
        assertTrue(refusal(Map.of("HUIMAGES_MAX_EGDE", "1")).contains("HUIMAGES_MAX_EGDE"));
    }

    @Test
    void anUnknownNameIsOnlySaidWhereThatIsWanted() {
        assertEquals(read(Map.of()), read(Map.of("HUIMAGES_MAX_EGDE", "1", "HUIMAGES_STRICT", "false")));
        assertTrue(refusal(Map.of("HUIMAGES_STRICT", "perhaps")).contains("true or false"));
    }

    @Test
    void anOldNameIsReadAndTheNewOneWins() {
        Setting<String> setting =
                new Setting<>("HUIMAGES_NEW", List.of("OLD", "OLDER"), Forms.TWO_DIGITS, "meaning", "none");
        assertEquals(Optional.of("03"), read(setting, Map.of("OLDER", "03")));
        assertEquals(Optional.of("02"), read(setting, Map.of("OLDER", "03", "OLD", "02")));
        assertEquals(Optional.of("01"), read(setting, Map.of("OLD", "02", "HUIMAGES_NEW", "01")));
    }

    private static Optional<String> read(Setting<String> setting, Map<String, String> values) {
        return new SettingReader(new SettingSource(List.of(values))).read(setting);
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        String message = refusal(Map.of("HUIMAGES_MAX_EDGE", "x", "HUIMAGES_CLUSTER", "y", "HUIMAGES_FOO", "z"));
        assertTrue(message.contains("HUIMAGES_MAX_EDGE"));
        assertTrue(message.contains("HUIMAGES_CLUSTER"));
        assertTrue(message.contains("HUIMAGES_FOO"));
    }

    /// An existing installation is not to come up empty.
    @ParameterizedTest
    @ValueSource(strings = {"HUIMAGES_LEGACY_COUCH"})
    void aStoreThatCannotBeUsedYetStopsTheStart(String name) {
        String message = refusal(Map.of(name, "http://user:pass@old.example"));
        assertTrue(
                message.matches("huImages cannot start: " + name + " is set, but [a-zA-Z0-9 ]+ cannot be used yet"),
                message);
        assertEquals(read(Map.of()), read(Map.of(name, "x", "HUIMAGES_STRICT", "false", "AWS_ACCESS_KEY_ID", "AKIA")));
    }

    @Test
    void namesOfOthersAreLeftAlone() {
        assertEquals(
                read(Map.of()),
                read(Map.of(
                        "HUIMAGES_SERVICE_HOST", "10.0.0.1",
                        "HUIMAGES_PORT_8080_TCP", "tcp://10.0.0.1:8080",
                        "HUIMAGES_API_URL", "http://x",
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
