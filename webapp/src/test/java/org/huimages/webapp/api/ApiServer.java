package org.huimages.webapp.api;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.authenticator.FormAuthenticator;
import org.apache.tomcat.util.descriptor.web.LoginConfig;
import org.apache.tomcat.util.descriptor.web.SecurityCollection;
import org.apache.tomcat.util.descriptor.web.SecurityConstraint;
import org.huimages.catalog.Audience;
import org.huimages.catalog.ImageDocument;
import org.huimages.edit.Edits;
import org.huimages.job.JobLimits;
import org.huimages.job.Jobs;
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
import org.huimages.testkit.WatchedCatalog;
import org.huimages.testkit.WatchedOriginalStore;
import org.huimages.upload.Spool;
import org.huimages.upload.Uploads;
import org.huimages.url.Size;
import org.huimages.webapp.http.EmbeddedTomcat;
import org.huimages.webapp.http.SignIn;

/// A Tomcat in this JVM with nothing but the API, over stores in memory, and a form to sign in with. Every answer
/// that a [Caller] gets is held against the OpenAPI document.
final class ApiServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-05-04T03:02:01.987654Z");
    static final String NOW_TEXT = "20260504T030201.987654";
    static final int MAX_BYTES = 100_000;
    static final Size.Fit FORBIDDEN = new Size.Fit(5000, 10);

    final WatchedCatalog catalog = new WatchedCatalog();
    final WatchedOriginalStore originals = new WatchedOriginalStore();
    final ApiParts parts;
    final RenditionCache cache;
    final Warmer warmer;
    final TestJob kind = new TestJob();
    final Jobs jobs;
    private final Renditions renditions;
    private final RenderPool pool;
    private final EmbeddedTomcat tomcat;
    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    ApiServer(Path folder) throws IOException, LifecycleException {
        this(folder, Audience.READERS);
    }

    ApiServer(Path folder, Audience browse) throws IOException, LifecycleException {
        this(folder, browse, new SizePolicy.Open());
    }

    ApiServer(Path folder, Audience browse, SizePolicy sizes) throws IOException, LifecycleException {
        cache = RenditionCache.open(folder.resolve("cache"), List.of());
        pool = new RenderPool(
                new FakeEngine(), new RenderLimits(2, Duration.ofSeconds(10), RenderLimits.MEMORY, 256, 256));
        Spool spool = Spool.open(folder.resolve("spool"), MAX_BYTES);
        Stock stock = new Stock(originals, catalog);
        PixelLimits limits = new PixelLimits(100_000_000, 4096);
        InstantSource clock = InstantSource.fixed(NOW);
        RenderPools pools = new RenderPools(pool, pool);
        renditions = new Renditions(cache, stock, pools, limits);
        warmer = new Warmer(renditions, pools).started();
        jobs = Jobs.open(folder.resolve("jobs"), List.of(kind), JobLimits.USUAL, pools::isAskedFor, clock);
        parts = new ApiParts(
                new Uploads(spool, stock, pool, limits, "01", clock),
                new UploadReader(spool),
                catalog,
                new Edits(stock, cache, clock),
                new Workshop(cache, originals, spool, Levels.NONE, sizes, limits),
                warmer,
                jobs,
                new DocumentView(Optional.empty(), catalog, id -> List.of()),
                browse,
                clock);
        tomcat = EmbeddedTomcat.in(folder);
        start();
    }

    private void start() throws IOException, LifecycleException {
        Context context = tomcat.application("/img");
        context.setRealm(new TestRealm());
        signInByForm(context);
        context.addServletContainerInitializer((classes, servletContext) -> map(servletContext), Set.of());
        tomcat.start();
    }

    private static void signInByForm(Context context) {
        context.setLoginConfig(new LoginConfig("FORM", null, "/login", "/login"));
        context.getPipeline().addValve(new FormAuthenticator());
        SecurityCollection pages = new SecurityCollection();
        pages.addPattern("/browser/*");
        SecurityConstraint constraint = new SecurityConstraint();
        constraint.addCollection(pages);
        constraint.addAuthRole("*");
        context.addConstraint(constraint);
        Stream.of("huimages-reader", "huimages-editor", "huimages-admin").forEach(context::addSecurityRole);
    }

    private void map(ServletContext context) {
        ServletRegistration.Dynamic api = context.addServlet("api", new ApiServlet(parts));
        api.setAsyncSupported(true);
        api.addMapping("/api/*");
        context.addServlet("pages", new PageServlet()).addMapping("/login", "/browser/*");
        FilterRegistration.Dynamic signIn = context.addFilter("sign-in", new SignIn(Optional.empty()));
        signIn.setAsyncSupported(true);
        signIn.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/*");
    }

    /// A program without name and password.
    Caller anybody() {
        return new Caller(this, List.of());
    }

    /// A program that sends this user's name and password.
    Caller as(String user) {
        return anybody().with("Authorization", Caller.basic(user, TestRealm.password(user)));
    }

    ImageDocument save(ImageDocument document) {
        return catalog.save(document).document();
    }

    HttpResponse<byte[]> send(String method, String path, byte[] body, List<String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(origin() + "/img" + path))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        for (int at = 0; at < headers.size(); at += 2) {
            request.header(headers.get(at), headers.get(at + 1));
        }
        return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                .join();
    }

    String origin() {
        return "http://127.0.0.1:" + tomcat.port();
    }

    @Override
    public void close() throws LifecycleException {
        client.close();
        jobs.close();
        warmer.close();
        renditions.close();
        pool.close();
        tomcat.close();
    }
}
