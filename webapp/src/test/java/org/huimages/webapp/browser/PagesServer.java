package org.huimages.webapp.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.huimages.catalog.Audience;
import org.huimages.catalog.Catalog;
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
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.upload.Spool;
import org.huimages.upload.Uploads;
import org.huimages.webapp.api.Explainer;
import org.huimages.webapp.api.Intake;
import org.huimages.webapp.api.Workshop;
import org.huimages.webapp.health.Checks;
import org.huimages.webapp.http.EmbeddedTomcat;

/// The pages, for a visitor where all may browse. In the place of a JSP stands a servlet that writes down what the JSP
/// would get.
final class PagesServer implements AutoCloseable {
    /// So many threads does Tomcat have for requests.
    static final int THREADS = 4;

    final WatchedOriginalStore originals = new WatchedOriginalStore();
    private final Path folder;
    private final Catalog catalog;
    private final Map<String, Checks.Check> checks;
    private final EmbeddedTomcat tomcat;
    private final HttpClient client = HttpClient.newHttpClient();
    private final RenderPool pool = new RenderPool(
            new FakeEngine(), new RenderLimits(1, Duration.ofSeconds(10), RenderLimits.MEMORY, 256, 256));

    private PagesServer(Path folder, Catalog catalog, Map<String, Checks.Check> checks) {
        this.folder = folder;
        this.tomcat = EmbeddedTomcat.in(folder).withThreads(THREADS);
        this.catalog = catalog;
        this.checks = checks;
    }

    static PagesServer start(Path folder, Catalog catalog) throws IOException, LifecycleException {
        return start(folder, catalog, Map.of());
    }

    /// @param checks by the name of the part
    static PagesServer start(Path folder, Catalog catalog, Map<String, Checks.Check> checks)
            throws IOException, LifecycleException {
        PagesServer server = new PagesServer(folder, catalog, checks);
        server.start();
        return server;
    }

    private void start() throws IOException, LifecycleException {
        Context context = tomcat.application("/img");
        Wrapper browser = Tomcat.addServlet(context, "browser", new BrowserServlet(parts()));
        browser.setAsyncSupported(true);
        browser.addMapping("/browser/*");
        BrowserParts.servlets().keySet().forEach(page -> Tomcat.addServlet(context, page, new ModelServlet()));
        context.addServletContainerInitializer(
                (classes, servlets) -> {
                    var known = servlets.addFilter("known", new KnownByHeader());
                    known.setAsyncSupported(true);
                    known.addMappingForUrlPatterns(
                            EnumSet.of(DispatcherType.REQUEST, DispatcherType.ASYNC), false, "/*");
                },
                Set.of());
        tomcat.start();
    }

    private BrowserParts parts() throws IOException {
        SizePolicy sizes = new SizePolicy.Open();
        RenditionCache cache = RenditionCache.open(folder.resolve("cache"), List.of());
        Spool spool = Spool.open(folder.resolve("spool"), 1_000_000);
        Stock stock = new Stock(originals, catalog);
        PixelLimits limits = new PixelLimits(1_000_000, 4096);
        RenderPools pools = new RenderPools(pool, pool);
        Renditions renditions = new Renditions(cache, stock, pools, limits);
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
                        new Checks(checks, Set.of(), Duration.ofSeconds(60)),
                        cache.keeper(),
                        pools,
                        renditions,
                        new Warmer(renditions, pools),
                        new Trend(() -> new Trend.Sample(0, 0, 0, 0)),
                        new Explainer(catalog, workshop),
                        "open"),
                InstantSource.system());
    }

    /// What the page would be made of.
    ///
    /// @param headers names and values
    CompletableFuture<String> ask(String path, String... headers) {
        URI address = URI.create("http://127.0.0.1:" + tomcat.port() + "/img/browser/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .thenApply(answer -> {
                    assertEquals(200, answer.statusCode(), answer.body());
                    return answer.body();
                });
    }

    String get(String path, String... headers) {
        return ask(path, headers).join();
    }

    @Override
    public void close() throws LifecycleException {
        client.close();
        tomcat.close();
        pool.close();
    }
}
