package org.huimages.webapp.browser;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;

/// Stands in the place of a JSP.
final class ModelServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int tiles = request.getAttribute("tiles") instanceof List<?> all ? all.size() : 0;
        response.getWriter().println("tiles=" + tiles);
    }
}
