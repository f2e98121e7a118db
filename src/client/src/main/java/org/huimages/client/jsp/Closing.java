package org.huimages.client.jsp;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import org.huimages.client.HuImages;

/// Ends the connections of the pages' image server together with the application. The tag library brings it along.
public final class Closing implements ServletContextListener {
    /// For the container.
    public Closing() {}

    @Override
    public void contextDestroyed(ServletContextEvent event) {
        if (event.getServletContext().getAttribute(Pages.ATTRIBUTE) instanceof HuImages open) {
            open.close();
        }
    }
}
