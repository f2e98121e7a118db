package org.huimages.client.jsp;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.huimages.client.HuImages;

/// Knows the application while it runs, and ends the connections of its image server together with it. The tag library
/// brings it along.
public final class Lifetime implements ServletContextListener {
    /// By class loader. The expression language calls static functions and does not tell them for which page: whose
    /// code
    /// runs is all that they can find out.
    private static final Map<ClassLoader, ServletContext> RUNNING = new ConcurrentHashMap<>();

    /// For the container.
    public Lifetime() {}

    @Override
    public void contextInitialized(ServletContextEvent event) {
        ServletContext application = event.getServletContext();
        RUNNING.put(application.getClassLoader(), application);
    }

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        ServletContext application = event.getServletContext();
        RUNNING.remove(application.getClassLoader());
        if (application.getAttribute(Pages.ATTRIBUTE) instanceof HuImages open) {
            open.close();
        }
    }

    /// The application whose code the current thread runs.
    static ServletContext application() {
        return Stream.iterate(
                        Optional.ofNullable(Thread.currentThread().getContextClassLoader()),
                        Optional::isPresent,
                        loader -> loader.map(ClassLoader::getParent))
                .flatMap(loader -> loader.map(RUNNING::get).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no application runs here that has the tag library https://huimages.org/tags"));
    }
}
