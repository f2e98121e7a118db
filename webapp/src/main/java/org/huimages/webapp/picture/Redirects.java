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
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader("Cache-Control", A_DAY);
        lead(request, response, target, query(request));
    }

    /// 302, until the picture is there.
    ///
    /// @param signature for the target, if it has one; else the query is kept
    static void forAMoment(
            HttpServletRequest request, HttpServletResponse response, ImagePath target, Optional<String> signature) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Cache-Control", A_MINUTE);
        lead(
                request,
                response,
                target,
                signature.map(text -> Signature.PARAMETER + "=" + text).or(() -> query(request)));
    }

    private static Optional<String> query(HttpServletRequest request) {
        return Optional.ofNullable(request.getQueryString());
    }

    private static void lead(
            HttpServletRequest request, HttpServletResponse response, ImagePath target, Optional<String> query) {
        String address = request.getContextPath() + target.encoded();
        response.setHeader("Location", query.map(text -> address + "?" + text).orElse(address));
        response.setContentLength(0);
    }
}
