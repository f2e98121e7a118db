package org.huimages.client.jsp;

import jakarta.servlet.ServletContext;
import jakarta.servlet.jsp.JspContext;
import jakarta.servlet.jsp.PageContext;
import org.huimages.client.HuImages;

/// Where pages find the image server.
public final class Pages {
    /// The name of the attribute in which an application puts its own [HuImages].
    public static final String ATTRIBUTE = HuImages.class.getName();

    private Pages() {}

    static HuImages images(JspContext page) {
        return images(((PageContext) page).getServletContext());
    }

    /// The one that the application has put there; made from the environment, if there is none.
    public static HuImages images(ServletContext application) {
        return application.getAttribute(ATTRIBUTE) instanceof HuImages known ? known : made(application);
    }

    /// One for an application: listeners and pages do not always see it as the same object.
    private static synchronized HuImages made(ServletContext application) {
        if (application.getAttribute(ATTRIBUTE) instanceof HuImages known) {
            return known;
        }
        HuImages made = HuImages.fromEnvironment();
        application.setAttribute(ATTRIBUTE, made);
        return made;
    }
}
