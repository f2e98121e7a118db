package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.catalina.LifecycleException;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pages ask the catalog: as much for fifty pictures as for five.
class BatchTest {
    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private PagesServer server;

    @BeforeEach
    void start() throws IOException, LifecycleException {
        server = PagesServer.start(folder, catalog);
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }

    private void save(int count) {
        IntStream.range(0, count).forEach(number -> catalog.save(Samples.document(number)));
    }

    private Map<String, Integer> questions() {
        Map<String, Integer> asked = new TreeMap<>();
        for (String path :
                List.of("", "newest/", "tags/", "search/?q=a", "search/?q=a&sort=rating", "tag/x/?sort=title")) {
            int before = catalog.questions();
            server.get(path);
            asked.put(path, catalog.questions() - before);
        }
        return asked;
    }

    @Test
    void fiftyPicturesAskTheCatalogNoMoreThanFive() {
        save(5);
        Map<String, Integer> few = questions();
        save(120);
        assertTrue(server.get("newest/").contains("tiles=50"), server.get("newest/"));
        Map<String, Integer> many = questions();
        many.forEach((path, asked) ->
                assertTrue(asked <= few.getOrDefault(path, 0), path + " asked " + many + ", not " + few));
        assertTrue(many.values().stream().allMatch(asked -> asked <= 4), many::toString);
    }
}
