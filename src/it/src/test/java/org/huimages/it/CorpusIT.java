package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Real and hostile pictures, as a folder of them with a `MANIFEST.tsv` tells: what is to be refused is refused
/// with its status, what is to be taken comes out in every size with exactly the dimensions of the geometry.
@EnabledIfEnvironmentVariable(
        named = "HUIMAGES_TEST_CORPUS",
        matches = ".+",
        disabledReason = "HUIMAGES_TEST_CORPUS names no folder of pictures")
class CorpusIT {
    private static final List<Size> SIZES =
            List.of(new Size.Fit(240, 160), new Size.Exact(75, 75), new Size.Fit(1024, 768), new Size.Exact(1, 4096));

    @TempDir
    static Path folder;

    private static Server server;

    @BeforeAll
    static void start() {
        server = Server.start(folder, Map.of());
    }

    @AfterAll
    static void allIsWellAfterwards() {
        AtRest.comesTo(server.http(), AtRest.LIBVIPS);
        assertTrue(server.http().isReady());
        server.close();
    }

    record Row(String file, int status) {
        @Override
        public String toString() {
            return file + " " + status;
        }
    }

    static Stream<Row> corpus() throws IOException {
        List<String> lines = Files.readAllLines(corpusFolder().resolve("MANIFEST.tsv"));
        int status = List.of(lines.getFirst().split("\t", -1)).indexOf("expected_upload_status");
        return lines.stream()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(fields -> new Row(fields[0], Integer.parseInt(fields[status])));
    }

    private static Path corpusFolder() {
        return Path.of(
                Optional.ofNullable(System.getenv("HUIMAGES_TEST_CORPUS")).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everyPictureIsTakenOrRefusedAsExpected(Row row) throws IOException {
        byte[] file = Files.readAllBytes(corpusFolder().resolve(row.file));
        HttpResponse<byte[]> answer = server.http().upload(row.file, file);
        assertEquals(row.status, answer.statusCode(), Http.text(answer));
        if (row.status == 201) {
            JsonNode document = JsonMapper.shared().readTree(answer.body());
            String id = document.get("id").asString();
            Dimensions dimensions = new Dimensions(
                    document.get("width").asInt(), document.get("height").asInt());
            for (Size size : SIZES) {
                assertRendered(dimensions.scaledTo(size), "/" + size.text() + "/" + id + ".jpeg");
            }
            assertRendered(dimensions.scaledTo(SIZES.getFirst()), "/240x160/" + id + ".png");
            assertEquals(200, server.http().get("/240x160/" + id + ".webp").statusCode());
        }
    }

    private static void assertRendered(Dimensions expected, String path) {
        HttpResponse<byte[]> answer = server.http().get(path);
        assertEquals(200, answer.statusCode(), () -> path + " " + Http.text(answer));
        assertEquals(expected, Http.dimensions(answer), path);
    }
}
