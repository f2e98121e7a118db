package org.huimages.webapp.start;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huimages.webapp.http.Answers;

/// `/`: tells somebody who opened the bare address where he is.
final class HomeServlet extends HttpServlet {
    private static final long serialVersionUID = 1;
    private static final String TEXT = """
            This is huImages, an image server.

            GET  /240x160/ID/any-name.jpeg   a picture, fitted into 240 x 160
            GET  /75x75!/ID/any-name.jpeg    exactly 75 x 75
            GET  /o/ID/any-name.jpeg         the original
            POST /api/images                 upload (role huimages-editor)
            GET  /api/openapi.json           what else there is
            GET  /browser/                   pages to look, upload, tag, rate (role huimages-reader)
            GET  /health/ready               whether all is well
            """;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Answers.body(response, "text/plain;charset=UTF-8", TEXT);
    }
}
