package org.huimages.webapp.picture;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.edit.Edits;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.pixel.PixelEngine;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderLimits;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenderPools;
import org.huimages.rendition.RenditionCache;
import org.huimages.rendition.Renditions;
import org.huimages.rendition.SizePolicy;
import org.huimages.stock.Stock;
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.url.ImageId;
import org.huimages.url.SigningKeys;
import org.huimages.webapp.http.EmbeddedTomcat;

/// A Tomcat in this JVM with nothing but the picture servlet, over stores in memory that count who asks.
final class PictureServer implements AutoCloseable {
    static final int CONTAINER_THREADS = 4;
    static final SigningKeys KEYS = SigningKeys.parse("k1:00112233445566778899aabbccddeeff");

    final WatchedCatalog catalog = new WatchedCatalog();
    final WatchedOriginalStore originals = new WatchedOriginalStore();
    final AtomicInteger asyncStarted = new AtomicInteger();
    private final Stock stock = new Stock(originals, catalog);
    private final Path folder;
    private final RenderPool pool;
    private final Renditions renditions;
    private final RenditionCache cache;
    final Deliveries deliveries = new Deliveries();
    private final EmbeddedTomcat tomcat;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    PictureServer(Path folder, PixelEngine engine, Duration timeout) throws IOException, LifecycleException {
        this(folder, engine, timeout, new SizePolicy.Open());
    }

    PictureServer(Path folder, PixelEngine engine, Duration timeout, SizePolicy policy)
            throws IOException, LifecycleException {
        this.folder = folder;
        this.tomcat = EmbeddedTomcat.in(folder).withThreads(CONTAINER_THREADS);
        cache = RenditionCache.open(folder.resolve("cache"), List.of());
        pool = new RenderPool(engine, new RenderLimits(2, timeout, RenderLimits.MEMORY, 256, 256));
        renditions = new Renditions(cache, stock, new RenderPools(pool, pool), new PixelLimits(100_000_000, 4096));
        start(timeout, policy);
    }

    private void start(Duration timeout, SizePolicy policy) throws IOException, LifecycleException {
        Context context = tomcat.application("");
        context.addServletContainerInitializer(
                (classes, servletContext) -> {
                    ServletRegistration.Dynamic servlet = servletContext.addServlet(
                            "images",
                            new ImageServlet(
                                    cache,
                                    renditions,
                                    new PictureRules(timeout, "01", policy, Optional.of(KEYS)),
                                    deliveries));
                    servlet.setAsyncSupported(true);
                    servlet.addMapping("/");
                    servletContext.addServlet("jsp", new PageServlet()).addMapping("*.jsp", "*.jspx");
                    servletContext
                            .addFilter("jsp-names", new JspNames("images"))
                            .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "*.jsp", "*.jspx");
                    FilterRegistration.Dynamic filter = servletContext.addFilter("count", new AsyncCounter());
                    filter.setAsyncSupported(true);
                    filter.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
                },
                Set.of());
        tomcat.start();
    }

    /// Puts a picture into the stores, without an upload.
    ImageId add(byte[] picture) throws IOException {
        Path file = Files.write(folder.resolve("picture"), picture);
        ImageHeader header = HeaderProbe.probe(file);
        ImageId id = ImageId.of(sha1(picture), "01");
        Timestamp moment = new Timestamp("20090129T235959.000000");
        originals.put(id, file);
        catalog.save(new ImageDocument(
                id,
                Optional.of(new Facts(
                        header.format(), header.upright(), header.orientation(), picture.length, "0".repeat(64))),
                Description.named("test.jpeg"),
                moment,
                moment,
                Focus.NONE,
                State.FINE,
                "ann"));
        return id;
    }

    /// Changes as the API makes them.
    Edits edits() {
        return new Edits(stock, cache, InstantSource.system());
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return getLater(path, headers).join();
    }

    CompletableFuture<HttpResponse<byte[]>> getLater(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(uri(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + tomcat.port() + path);
    }

    Path cacheFile(String location) {
        return cache.folder().resolve(location);
    }

    @Override
    public void close() throws LifecycleException {
        client.close();
        pool.close();
        renditions.close();
        tomcat.close();
    }

    /// What Tomcat has for pages.
    private static final class PageServlet extends HttpServlet {
        private static final long serialVersionUID = 1;

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.sendError(500, "no picture goes here");
        }
    }

    /// Notes each request that went on without its thread.
    private final class AsyncCounter extends HttpFilter {
        private static final long serialVersionUID = 1;

        @Override
        protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            chain.doFilter(request, response);
            if (request.isAsyncStarted()) {
                asyncStarted.incrementAndGet();
            }
        }
    }
}
