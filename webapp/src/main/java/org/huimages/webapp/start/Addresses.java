package org.huimages.webapp.start;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Map;
import org.huimages.catalog.Catalog;
import org.huimages.pixel.PixelLimits;
import org.huimages.store.couch.CouchCatalog;
import org.huimages.url.ImageId;
import org.huimages.webapp.api.ApiParts;
import org.huimages.webapp.api.ApiServlet;
import org.huimages.webapp.api.DocumentView;
import org.huimages.webapp.api.UploadReader;
import org.huimages.webapp.api.Workshop;
import org.huimages.webapp.health.HealthServlet;
import org.huimages.webapp.health.HealthServlet.Check;
import org.huimages.webapp.http.SignIn;
import org.huimages.webapp.metrics.Metrics;
import org.huimages.webapp.metrics.MetricsServlet;
import org.huimages.webapp.picture.CacheMount;
import org.huimages.webapp.picture.ImageServlet;
import org.huimages.webapp.picture.PictureRules;
import org.huimages.webapp.settings.Settings;

/// Which address leads to which servlet.
final class Addresses {
    private static final ImageId NOBODY = ImageId.of(new byte[20], "00");

    private Addresses() {}

    static void map(ServletContext context, Settings settings, Application application) {
        CacheMount.mount(context, application.cache.folder());
        add(context, "home", new HomeServlet(), "");
        add(context, "images", images(settings, application), "/");
        add(context, "api", api(settings, application), "/api/*");
        add(context, "metrics", new MetricsServlet(new Metrics(application.pools, application.engine)), "/metrics");
        add(context, "health", new HealthServlet(checks(application)), "/health/*");
        FilterRegistration.Dynamic signIn = context.addFilter("sign-in", new SignIn(settings.publicUrl()));
        signIn.setAsyncSupported(true);
        signIn.addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/api/*", "/metrics");
    }

    private static ImageServlet images(Settings settings, Application application) {
        return new ImageServlet(
                application.cache,
                application.renditions,
                new PictureRules(
                        settings.renderTimeout(), settings.cluster(), settings.sizes(), settings.signingKeys()));
    }

    private static ApiServlet api(Settings settings, Application application) {
        return new ApiServlet(new ApiParts(
                application.uploads,
                new UploadReader(application.spool),
                application.stock.catalog(),
                application.edits,
                workshop(settings, application),
                new DocumentView(settings.publicUrl(), application.stock.catalog()),
                settings.browse(),
                InstantSource.system()));
    }

    private static Workshop workshop(Settings settings, Application application) {
        return new Workshop(
                application.cache,
                application.stock.originals(),
                application.spool,
                settings.sizes(),
                new PixelLimits(settings.maxPixels(), settings.maxEdge()));
    }

    private static Map<String, Check> checks(Application application) {
        return Map.of(
                "libvips", application.engine::version,
                "catalog", () -> state(application.stock.catalog()),
                "originals", () -> application.stock.originals().length(NOBODY).isPresent() ? "odd" : "ok");
    }

    private static String state(Catalog catalog) {
        return catalog instanceof CouchCatalog couch
                ? couch.state()
                : catalog.find(NOBODY).isPresent() ? "odd" : "ok";
    }

    private static void add(ServletContext context, String name, Servlet servlet, String pattern) {
        ServletRegistration.Dynamic registration = context.addServlet(name, servlet);
        registration.setAsyncSupported(true);
        registration.setLoadOnStartup(1);
        if (!registration.addMapping(pattern).isEmpty()) {
            throw new IllegalStateException("the address " + pattern + " is taken");
        }
    }
}
