package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletRequest;

/// Where a request says that it was sent to.
public final class Origin {
    private Origin() {}

    /// `https://pictures.example:8443`: scheme, host and, where it is not the usual one, port.
    public static String of(HttpServletRequest request) {
        StringBuffer url = request.getRequestURL();
        return url.substring(0, url.length() - request.getRequestURI().length());
    }
}
