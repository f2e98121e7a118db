package org.huimages.webapp.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.failure.SetupException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
    private static final Path DEFAULT = Path.of("/base/huimages/ROOT");

    @Test
    void everyDefaultIsAsDocumented() {
        assertEquals(
                new Settings(
                        DEFAULT,
                        DEFAULT.resolve("cache"),
                        Optional.empty(),
                        "01",
                        Optional.empty(),
                        64L * 1024 * 1024,
                        100_000_000,
                        4096,
                        Runtime.getRuntime().availableProcessors(),
                        Duration.ofSeconds(10)),
                read(Map.of()));
    }

    @Test
    void everyNameReachesItsValue() {
        assertEquals(
                new Settings(
                        Path.of("/data"),
                        Path.of("/cache"),
                        Optional.of(URI.create("https://i.example.com/pictures")),
                        "07",
                        Optional.of(Path.of("/lib/libvips.so.42")),
                        1_048_576,
                        5_000_000,
                        2048,
                        3,
                        Duration.ofMillis(1500)),
                read(Map.of(
                        "HUIMAGES_DATA", "/data",
                        "HUIMAGES_CACHE", "/cache",
                        "IMAGESERVERURL", "https://i.example.com/pictures/",
                        "HUIMAGES_CLUSTER", "07",
                        "HUIMAGES_LIBVIPS", "/lib/libvips.so.42",
                        "HUIMAGES_MAX_BYTES", "1MB",
                        "HUIMAGES_MAX_PIXELS", "5000000",
                        "HUIMAGES_MAX_EDGE", "2048",
                        "HUIMAGES_RENDER_THREADS", "3",
                        "HUIMAGES_RENDER_TIMEOUT", "1500ms")));
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
        "HUIMAGES_MAX_EDGE, 0",
        "HUIMAGES_MAX_EDGE, -3",
        "HUIMAGES_MAX_EDGE, 99999999999",
        "HUIMAGES_MAX_EDGE, many",
        "HUIMAGES_MAX_PIXELS, 1e9",
        "HUIMAGES_MAX_BYTES, 64 apples",
        "HUIMAGES_MAX_BYTES, 999999999999999TB",
        "HUIMAGES_RENDER_TIMEOUT, 10",
        "HUIMAGES_RENDER_TIMEOUT, 0s",
        "HUIMAGES_CLUSTER, 1",
        "HUIMAGES_CLUSTER, abc",
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
    void everyMistakeIsToldAtOnce() {
        String message = refusal(Map.of("HUIMAGES_MAX_EDGE", "x", "HUIMAGES_CLUSTER", "y", "HUIMAGES_FOO", "z"));
        assertTrue(message.contains("HUIMAGES_MAX_EDGE"));
        assertTrue(message.contains("HUIMAGES_CLUSTER"));
        assertTrue(message.contains("HUIMAGES_FOO"));
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
