package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.huimages.failure.Failure;
import tools.jackson.databind.node.ObjectNode;

/// Failures as `application/problem+json` (RFC 9457).
public final class Problems {
    private Problems() {}

    public static void write(HttpServletRequest request, HttpServletResponse response, Failure failure)
            throws IOException {
        Answers.failureHeaders(response, failure);
        if (failure instanceof Failure.NotSignedIn && !isFromAScript(request)) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"huImages\", charset=\"UTF-8\"");
        }
        Answers.body(response, "application/problem+json", Json.text(json(failure)));
    }

    /// The body of a problem.
    public static ObjectNode json(Failure failure) {
        return Json.object()
                .put("status", FailureStatus.of(failure))
                .put("title", title(failure))
                .put("detail", failure.text());
    }

    /// The failure's name in words: `UnsupportedType` is "unsupported type".
    private static String title(Failure failure) {
        String words = failure.getClass().getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
        return words.toLowerCase(Locale.ROOT);
    }

    /// The request, for the log.
    public static String what(HttpServletRequest request) {
        return request.getMethod() + " " + request.getRequestURI();
    }

    /// A script in a page handles 401 itself; with the header the browser would ask for a password instead.
    private static boolean isFromAScript(HttpServletRequest request) {
        String mode = request.getHeader("Sec-Fetch-Mode");
        return request.getHeader("X-Requested-With") != null || (mode != null && !"navigate".equals(mode));
    }
}
