package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;

/// Where a request says that it was sent to.
public final class Origin {
    private Origin() {}

    /// `https://pictures.example:8443`: scheme, host and, where it is not the usual one, port.
    public static String of(HttpServletRequest request) {
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }

    /// The same of an address.
    public static String of(URI url) {
        return url.getScheme() + "://" + url.getAuthority();
    }

    /// Whether a page of another site sends this. Browsers tell in changing calls, programs say nothing.
    ///
    /// @param publicOrigin where browsers see this server, if that is known: a proxy may hide it
    public static boolean isForeign(HttpServletRequest request, Optional<String> publicOrigin) {
        String origin = request.getHeader("Origin");
        return origin != null && !origin.equals(of(request)) && !publicOrigin.equals(Optional.of(origin));
    }
}
