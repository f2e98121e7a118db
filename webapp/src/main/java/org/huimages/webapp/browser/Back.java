package org.huimages.webapp.browser;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;

/// The page that a form stood on.
final class Back {
    private Back() {}

    /// Below `/browser/`; the start page if it is not known, or not one of ours.
    static String to(Visit visit) {
        String referer = Objects.requireNonNullElse(visit.request().getHeader("Referer"), "");
        try {
            URI page = new URI(referer);
            String path = Objects.requireNonNullElse(page.getRawPath(), "");
            String query = page.getRawQuery() == null ? "" : "?" + page.getRawQuery();
            return path.startsWith(visit.base()) ? path.substring(visit.base().length()) + query : "";
        } catch (URISyntaxException strange) {
            return "";
        }
    }
}
