package org.huimages.webapp.start;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.nio.file.Path;
import org.huimages.failure.SetupException;
import org.huimages.webapp.settings.SettingSource;
import org.huimages.webapp.settings.Settings;
import org.jspecify.annotations.Nullable;

/// What the listener that Tomcat knows (`JavaCheck`) hands over to: reads the settings, opens the parts, maps the
/// servlets; closes all again.
public final class Startup implements ServletContextListener {
    private static final System.Logger LOG = System.getLogger(Startup.class.getName());

    private @Nullable Application application;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        try {
            start(event.getServletContext());
        } catch (SetupException mistake) {
            LOG.log(System.Logger.Level.ERROR, mistake.getMessage());
            throw mistake;
        }
    }

    /// Tomcat writes what is thrown here to a log of its own for each host, where few look; we say it ourselves
    /// too.
    private void start(ServletContext context) {
        Path base = Path.of(System.getProperty("catalina.base", System.getProperty("java.io.tmpdir")));
        Settings settings = Settings.read(
                SettingSource.of(context), base.resolve("huimages").resolve(name(context)));
        Application opened = Application.open(settings, base.resolve("work").resolve("huimages"));
        application = opened;
        if (settings.readOnly()) {
            LOG.log(System.Logger.Level.INFO, "HUIMAGES_READ_ONLY: nothing is changed in any store");
        }
        Addresses.map(context, settings, opened);
    }

    /// As Tomcat names the folder of an application: `ROOT`, `img`, `a#b`.
    private static String name(ServletContext context) {
        String path = context.getContextPath();
        return path.isEmpty() ? "ROOT" : path.substring(1).replace('/', '#');
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (application != null) {
            application.close();
        }
    }
}
