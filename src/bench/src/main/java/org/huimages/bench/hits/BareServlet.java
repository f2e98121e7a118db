package org.huimages.bench.hits;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.File;

/// The least that a servlet in Tomcat can do to send a file: it names the file, and the kernel sends it. It runs as
/// an application of its own in the server that is measured.
public final class BareServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        File file = new File(getInitParameter("folder") + request.getPathInfo());
        long length = file.length();
        response.setContentType("image/jpeg");
        response.setContentLengthLong(length);
        request.setAttribute("org.apache.tomcat.sendfile.filename", file.getPath());
        request.setAttribute("org.apache.tomcat.sendfile.start", 0L);
        request.setAttribute("org.apache.tomcat.sendfile.end", length);
    }
}
