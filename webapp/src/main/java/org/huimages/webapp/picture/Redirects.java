package org.huimages.webapp.picture;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.huimages.url.ImagePath;
import org.huimages.url.Signature;

/// Old and untrue addresses lead to the plain one.
final class Redirects {
    private static final String A_MINUTE = "max-age=60";
    private static final String A_DAY = "public, max-age=86400";

    private Redirects() {}

    /// 301, keeping the query: a signature may be in it.
    static void permanently(HttpServletRequest request, HttpServletResponse response, ImagePath target) {
        String query = Optional.ofNullable(request.getQueryString())
                .map(text -> "?" + text)
                .orElse("");
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Location", request.getContextPath() + target.encoded() + query);
        response.setHeader("Cache-Control", A_DAY);
        response.setContentLength(0);
    }

    /// 302, until the picture is there.
    ///
    /// @param signature for the target, if it has one; else the query is kept
    static void forAMoment(
            HttpServletRequest request, HttpServletResponse response, ImagePath target, Optional<String> signature) {
        String query = signature
                .map(text -> Signature.PARAMETER + "=" + text)
                .or(() -> Optional.ofNullable(request.getQueryString()))
                .map(text -> "?" + text)
                .orElse("");
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", request.getContextPath() + target.encoded() + query);
        response.setHeader("Cache-Control", A_MINUTE);
        response.setContentLength(0);
    }
}
