package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.huimages.catalog.Audience;
import org.huimages.edit.Edits;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.rendition.Levels;
import org.huimages.rendition.RenditionCache;
import org.huimages.rendition.Renditions;
import org.huimages.rendition.SizePolicy;
import org.huimages.rendition.Warmer;
import org.huimages.stock.Stock;
import org.huimages.testkit.FakeEngine;
import org.huimages.testkit.Samples;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.upload.Spool;
import org.huimages.upload.Uploads;
import org.huimages.webapp.api.Explainer;
import org.huimages.webapp.api.Intake;
import org.huimages.webapp.api.Workshop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pages ask the catalog: as much for fifty pictures as for five, for a visitor where all may browse. In the place
/// of a JSP stands a servlet that writes down what the JSP would get.
class BatchTest {
    @TempDir
    Path folder;

    private final WatchedCatalog catalog = new WatchedCatalog();
    private final WatchedOriginalStore originals = new WatchedOriginalStore();
    private final Tomcat tomcat = new Tomcat();
    private final HttpClient client = HttpClient.newHttpClient();
    private final RenderPool pool = new RenderPool(
            new FakeEngine(), new RenderLimits(1, Duration.ofSeconds(10), RenderLimits.MEMORY, 256, 256));

    @BeforeEach
    void start() throws IOException, LifecycleException {
        tomcat.setBaseDir(folder.resolve("tomcat").toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext(
                "/img", Files.createDirectories(folder.resolve("web")).toString());
        Wrapper browser = Tomcat.addServlet(context, "browser", new BrowserServlet(parts()));
        browser.setAsyncSupported(true);
        browser.addMapping("/browser/*");
        BrowserParts.servlets().keySet().forEach(page -> Tomcat.addServlet(context, page, new ModelServlet()));
        tomcat.start();
    }

    private BrowserParts parts() throws IOException {
        SizePolicy sizes = new SizePolicy.Open();
        RenditionCache cache = RenditionCache.open(folder.resolve("cache"), List.of());
        Spool spool = Spool.open(folder.resolve("spool"), 1_000_000);
        Stock stock = new Stock(originals, catalog);
        PixelLimits limits = new PixelLimits(1_000_000, 4096);
        RenderPools pools = new RenderPools(pool, pool);
        Workshop workshop = new Workshop(cache, originals, spool, Levels.NONE, sizes, limits);
        return new BrowserParts(
                catalog,
                new Edits(stock, cache, InstantSource.system()),
                new Intake(new Uploads(spool, stock, pool, limits, "01", InstantSource.system()), catalog),
                spool,
                workshop,
                new Looks(Optional.empty(), sizes, Optional.empty()),
                Audience.PUBLIC,
                new Operations(
                        Map::of,
                        cache.keeper(),
                        pools,
                        new Warmer(new Renditions(cache, stock, pools, limits), pools),
                        new Explainer(catalog, workshop),
                        "open"),
                InstantSource.system());
    }

    @AfterEach
    void stop() throws LifecycleException {
        client.close();
        tomcat.stop();
        tomcat.destroy();
        pool.close();
    }

    private void save(int count) {
        IntStream.range(0, count).forEach(number -> catalog.save(Samples.document(number)));
    }

    private String get(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/img/browser/" + path);
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    private Map<String, Integer> questions() throws IOException, InterruptedException {
        Map<String, Integer> asked = new TreeMap<>();
        for (String path :
                List.of("", "newest/", "tags/", "search/?q=a", "search/?q=a&sort=rating", "tag/x/?sort=title")) {
            int before = catalog.questions();
            get(path);
            asked.put(path, catalog.questions() - before);
        }
        return asked;
    }

    @Test
    void fiftyPicturesAskTheCatalogNoMoreThanFive() throws IOException, InterruptedException {
        save(5);
        Map<String, Integer> few = questions();
        save(120);
        assertTrue(get("newest/").contains("tiles=50"), get("newest/"));
        Map<String, Integer> many = questions();
        many.forEach((path, asked) ->
                assertTrue(asked <= few.getOrDefault(path, 0), path + " asked " + many + ", not " + few));
        assertTrue(many.values().stream().allMatch(asked -> asked <= 4), many::toString);
    }
}
