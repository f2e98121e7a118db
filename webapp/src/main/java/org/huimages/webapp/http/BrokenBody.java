package org.huimages.webapp.http;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huimages.failure.Failure;

/// The error page for requests that Tomcat refuses in the middle, because their bodies break off, are no proper
/// chunks, or do not come: what a program is told there is a problem like all others. See [GuardedBody].
public final class BrokenBody extends HttpServlet {
    /// Where only Tomcat gets at it; `web.xml` names it.
    public static final String PATH = "/WEB-INF/broken-body";

    private static final long serialVersionUID = 1;
    private static final Failure FAILURE = new Failure.BadRequest("the body broke off, or cannot be read");

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith(request.getContextPath() + "/api/")) {
            Problems.write(request, response, FAILURE);
        } else {
            Answers.text(response, FAILURE);
        }
    }
}
