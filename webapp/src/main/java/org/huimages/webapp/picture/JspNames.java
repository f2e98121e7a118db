package org.huimages.webapp.picture;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.MalformedURLException;

/// Tomcat takes every address that ends in `.jsp` for a page of ours. But a picture's name may end so, as in the
/// old link `/240x160/ID/index.jsp`: what is no page is the picture servlet's.
public final class JspNames extends HttpFilter {
    private static final long serialVersionUID = 1;

    private final String pictures;

    /// @param pictures the name of the picture servlet
    public JspNames(String pictures) {
        this.pictures = pictures;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        ServletContext context = request.getServletContext();
        boolean isElsewhere = request.getPathInfo() != null; // below /api, say: a user may be called x.jsp
        if (isElsewhere || isPage(context, request.getServletPath())) {
            chain.doFilter(request, response);
        } else {
            context.getNamedDispatcher(pictures).forward(request, response);
        }
    }

    private static boolean isPage(ServletContext context, String path) throws IOException {
        try {
            return context.getResource(path) != null;
        } catch (MalformedURLException noPath) {
            return false;
        }
    }
}
