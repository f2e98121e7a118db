package org.huimages.webapp.start;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ReadOnlyCatalog;
import org.huimages.keeper.CacheReport;
import org.huimages.original.OriginalStore;
import org.huimages.pixel.PixelLimits;
import org.huimages.rendition.SizePolicy;
import org.huimages.store.couch.CouchCatalog;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;
import org.huimages.webapp.api.ApiParts;
import org.huimages.webapp.api.ApiServlet;
import org.huimages.webapp.api.DocumentView;
import org.huimages.webapp.api.Explainer;
import org.huimages.webapp.api.Intake;
import org.huimages.webapp.api.UploadReader;
import org.huimages.webapp.api.Workshop;
import org.huimages.webapp.browser.BrowserParts;
import org.huimages.webapp.browser.BrowserServlet;
import org.huimages.webapp.browser.Looks;
import org.huimages.webapp.browser.Operations;
import org.huimages.webapp.browser.Trend;
import org.huimages.webapp.health.Checks;
import org.huimages.webapp.health.Checks.Check;
import org.huimages.webapp.health.HealthServlet;
import org.huimages.webapp.http.BrokenBody;
import org.huimages.webapp.http.KnownHosts;
import org.huimages.webapp.http.PictureHost;
import org.huimages.webapp.http.SignIn;
import org.huimages.webapp.http.WhenAsked;
import org.huimages.webapp.metrics.Metrics;
import org.huimages.webapp.metrics.MetricsServlet;
import org.huimages.webapp.picture.ImageServlet;
import org.huimages.webapp.picture.JspNames;
import org.huimages.webapp.picture.PictureRules;
import org.huimages.webapp.settings.CatalogRule;
import org.huimages.webapp.settings.Settings;

/// Which address leads to which servlet.
final class Addresses {
    private static final String CATALOG = "catalog";
    private static final String ORIGINALS = "originals";

    /// Stores have limits of their own, which are shorter as a rule.
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Addresses() {}

    static void map(ServletContext context, Settings settings, Application application) {
        add(context, "home", new HomeServlet(), "");
        add(context, "images", images(settings, application), "/");
        addLater(context, "api", () -> api(settings, application), "/api/*");
        addLater(context, "metrics", () -> new MetricsServlet(metrics(application)), "/metrics");
        add(context, "broken-body", new BrokenBody(), BrokenBody.PATH);
        Checks checks = checks(settings, application);
        add(context, "health", new HealthServlet(checks), "/health/*");
        pages(context, settings, application, checks);
        add(context, "jsp-names", new JspNames("images"), "*.jsp", "*.jspx");
        settings.pictureHost()
                .ifPresent(name ->
                        add(context, "picture-host", new PictureHost(name), "/api/*", "/browser/*", "/metrics"));
        if (!settings.hosts().isEmpty()) {
            add(context, "known-hosts", new KnownHosts(settings.hosts(), settings.publicUrl()), "/api/*", "/browser/*");
        }
        add(context, "sign-in", new SignIn(settings.publicUrl()), "/api/*", "/metrics", "/browser/upload/api/*");
    }

    private static void pages(ServletContext context, Settings settings, Application application, Checks checks) {
        Trend trend = application.closeLater(new Trend(() -> sample(application)));
        trend.start();
        addLater(
                context,
                "browser",
                () -> new BrowserServlet(browser(settings, application, checks, trend)),
                "/browser/*");
        BrowserParts.servlets().forEach((name, type) -> context.addServlet(name, type));
    }

    private static BrowserParts browser(Settings settings, Application application, Checks checks, Trend trend) {
        Catalog catalog = application.stock.catalog();
        Workshop workshop = workshop(settings, application);
        return new BrowserParts(
                catalog,
                application.edits,
                new Intake(application.uploads, catalog),
                application.spool,
                workshop,
                new Looks(settings.publicUrl(), settings.sizes(), settings.signingKeys()),
                settings.browse(),
                new Operations(
                        checks,
                        application.cache.keeper(),
                        application.pools,
                        application.renditions,
                        application.warmer,
                        trend,
                        new Explainer(catalog, workshop),
                        words(settings.sizes())),
                InstantSource.system());
    }

    private static Metrics metrics(Application application) {
        return new Metrics(application.pools, application.engine, application.cache.keeper(), application.pyramid);
    }

    private static Trend.Sample sample(Application application) {
        CacheReport cache = application.cache.keeper().report();
        return new Trend.Sample(
                application.deliveries.foundSoFar(),
                application.deliveries.missedSoFar(),
                application.pools.quick().queued() + application.pools.slow().queued(),
                (double) cache.bytes() / cache.maxBytes());
    }

    private static String words(SizePolicy sizes) {
        return switch (sizes) {
            case SizePolicy.Open() -> "open";
            case SizePolicy.Listed(Set<Size> listed) ->
                listed.stream().map(Size::text).sorted().collect(Collectors.joining(", ", "list: ", ""));
            case SizePolicy.Signed signed -> "signed";
        };
    }

    private static ImageServlet images(Settings settings, Application application) {
        return new ImageServlet(
                application.cache,
                application.renditions,
                new PictureRules(
                        settings.renderTimeout(), settings.cluster(), settings.sizes(), settings.signingKeys()),
                application.deliveries);
    }

    private static ApiServlet api(Settings settings, Application application) {
        return new ApiServlet(new ApiParts(
                application.uploads,
                new UploadReader(application.spool),
                application.stock.catalog(),
                application.edits,
                workshop(settings, application),
                application.warmer,
                application.jobs,
                new DocumentView(settings.publicUrl(), application.stock.catalog(), id -> slow(application, id)),
                settings.browse(),
                InstantSource.system()));
    }

    private static List<ImageFormat> slow(Application application, ImageId id) {
        return application.cache.holdsAny(id, ImageFormat.AVIF) ? List.of(ImageFormat.AVIF) : List.of();
    }

    private static Workshop workshop(Settings settings, Application application) {
        return new Workshop(
                application.cache,
                application.stock.originals(),
                application.spool,
                application.levels,
                settings.sizes(),
                new PixelLimits(settings.maxPixels(), settings.maxEdge()));
    }

    /// What is served lies on our own disk, whatever becomes of a store on the network.
    private static Checks checks(Settings settings, Application application) {
        Set<String> spared = new HashSet<>();
        if (settings.s3().isPresent()) {
            spared.add(ORIGINALS);
        }
        if (settings.catalog() instanceof CatalogRule.Couch) {
            spared.add(CATALOG);
        }
        return new Checks(parts(settings, application), spared, PATIENCE);
    }

    private static Map<String, Check> parts(Settings settings, Application application) {
        return Map.of(
                "libvips",
                application.engine::version,
                CATALOG,
                () -> state(application.stock.catalog()),
                ORIGINALS,
                () -> {
                    application.stock.originals().check();
                    return isAlone(settings)
                            ? "ok, but other servers do not see them: HUIMAGES3BUCKET is not set"
                            : "ok";
                });
    }

    /// Whether metadata are for all servers, and originals for this one.
    private static boolean isAlone(Settings settings) {
        return settings.s3().isEmpty() && settings.catalog() instanceof CatalogRule.Couch;
    }

    private static String state(Catalog catalog) throws IOException {
        return switch (catalog) {
            case ReadOnlyCatalog(Catalog read) -> state(read);
            case CouchCatalog couch -> couch.check();
            default -> catalog.find(OriginalStore.NOBODY).isPresent() ? "odd" : "ok";
        };
    }

    private static void add(ServletContext context, String name, Filter filter, String... patterns) {
        FilterRegistration.Dynamic registration = context.addFilter(name, filter);
        registration.setAsyncSupported(true);
        registration.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, patterns);
    }

    private static void add(ServletContext context, String name, Servlet servlet, String pattern) {
        map(context, name, servlet, pattern).setLoadOnStartup(1);
    }

    private static void addLater(ServletContext context, String name, Supplier<Servlet> maker, String pattern) {
        map(context, name, new WhenAsked(maker), pattern);
    }

    private static ServletRegistration.Dynamic map(
            ServletContext context, String name, Servlet servlet, String pattern) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.setAsyncSupported(true);
        if (!registration.addMapping(pattern).isEmpty()) {
            throw new IllegalStateException("the address " + pattern + " is taken");
        }
        return registration;
    }
}
