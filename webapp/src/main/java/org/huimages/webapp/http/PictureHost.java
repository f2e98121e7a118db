package org.huimages.webapp.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huimages.failure.Failure;

/// A host name that is for pictures alone: what else there is, is not there under this name. A page of the API's
/// site and a picture that somebody uploaded then never share an origin, nor cookies.
public final class PictureHost extends HttpFilter {
    private static final long serialVersionUID = 1;

    private final String name;

    /// @param name as `HUIMAGES_PICTURE_HOST` has it, without a port
    public PictureHost(String name) {
        this.name = name;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isFor(request.getServerName())) {
            Answers.text(response, new Failure.NotFound("there are only pictures here"));
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isFor(String host) {
        return name.equalsIgnoreCase(KnownHosts.plain(host));
    }
}
