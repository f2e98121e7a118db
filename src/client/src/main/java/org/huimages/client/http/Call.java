package org.huimages.client.http;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// One call, which may be made again if it fails: it changes nothing, or the same however often it is made.
///
/// @param target below the server's base: path and query, encoded
/// @param body made anew for each try
/// @param timeout for one try, from connecting to the head of the answer
/// @param tries at most; 1 for what nobody wants to wait for
public record Call(
        String method,
        String target,
        Map<String, String> headers,
        Supplier<BodyPublisher> body,
        Duration timeout,
        int tries) {
    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final int USUAL_TRIES = 3;

    public Call {
        headers = Map.copyOf(headers);
    }

    /// A call without a body.
    public static Call of(String method, String target) {
        return new Call(method, target, Map.of(), BodyPublishers::noBody, USUAL, USUAL_TRIES);
    }

    public Call with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Call(method, target, more, body, timeout, tries);
    }

    public Call withJson(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return with("Content-Type", "application/json").withBody(() -> BodyPublishers.ofByteArray(bytes));
    }

    public Call withBody(Supplier<BodyPublisher> newBody) {
        return new Call(method, target, headers, newBody, timeout, tries);
    }

    public Call within(Duration newTimeout) {
        return new Call(method, target, headers, body, newTimeout, tries);
    }

    public Call triedAtMost(int times) {
        return new Call(method, target, headers, body, timeout, times);
    }
}
