package org.huimages.webapp.http;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.huimages.failure.Failure;
import tools.jackson.databind.JsonNode;

/// Writes whole answers: status, headers, a short body.
public final class Answers {
    private Answers() {}

    /// A failure as one line of text, for who asked for a picture.
    public static void text(HttpServletResponse response, Failure failure) throws IOException {
        failureHeaders(response, failure);
        body(response, "text/plain;charset=UTF-8", failure.text() + "\n");
    }

    /// Status and headers of a failure. It is never to be kept by a cache: what is missing may come, what is down
    /// may come back.
    public static void failureHeaders(HttpServletResponse response, Failure failure) {
        response.setStatus(FailureStatus.of(failure));
        response.setHeader("Cache-Control", "no-store");
        switch (failure) {
            case Failure.Unavailable busy -> retryAfter(response, busy.retryAfter());
            case Failure.TooMany greedy -> retryAfter(response, greedy.retryAfter());
            case Failure.MethodNotAllowed method -> response.setHeader("Allow", method.allowed());
            default -> {}
        }
    }

    private static void retryAfter(HttpServletResponse response, Duration time) {
        response.setHeader("Retry-After", Long.toString(time.toSeconds()));
    }

    public static void body(HttpServletResponse response, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        bodyHeaders(response, type, bytes.length);
        response.getOutputStream().write(bytes);
    }

    /// What [Json#text] has, which may be long: it is not copied only for the end of its line.
    public static void json(HttpServletResponse response, String type, JsonNode node) throws IOException {
        byte[] bytes = Json.MAPPER.writeValueAsString(node).getBytes(StandardCharsets.UTF_8);
        bodyHeaders(response, type, bytes.length + 1);
        response.getOutputStream().write(bytes);
        response.getOutputStream().write('\n');
    }

    private static void bodyHeaders(HttpServletResponse response, String type, int length) {
        response.setContentType(type);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setContentLength(length);
    }
}
