package org.huimages.webapp.browser;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stands in the place of a JSP: writes what it would get, a line each, of lists their length.
final class ModelServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Map<String, String> model = new TreeMap<>();
        for (String name : Collections.list(request.getAttributeNames())) {
            if (!name.contains(".")) {
                model.put(
                        name,
                        request.getAttribute(name) instanceof List<?> all ? all.size() + "" : text(request, name));
            }
        }
        response.setCharacterEncoding("UTF-8");
        for (Map.Entry<String, String> line : model.entrySet()) {
            response.getWriter().println(line.getKey() + "=" + line.getValue());
        }
    }

    private static String text(HttpServletRequest request, String name) {
        Object value = request.getAttribute(name);
        return value instanceof Frame frame ? frame.language() : String.valueOf(value);
    }
}
