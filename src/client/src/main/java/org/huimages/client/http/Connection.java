package org.huimages.client.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A server that is called: HTTP/2 where it offers that, else HTTP/1.1. Thread-safe; connections are kept and shared.
public final class Connection implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);

    private final URI base;
    private final Optional<String> authorization;
    private final HttpClient client;

    private Connection(URI base, Optional<String> authorization, HttpClient client) {
        this.base = base;
        this.authorization = authorization;
        this.client = client;
    }

    /// @param base what targets are put behind, without a slash at its end
    public static Connection to(URI base) {
        return new Connection(base, Optional.empty(), client().build());
    }

    /// @param tls says whose certificates are trusted
    public static Connection to(URI base, SSLContext tls) {
        return new Connection(base, Optional.empty(), client().sslContext(tls).build());
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().connectTimeout(CONNECTING).followRedirects(HttpClient.Redirect.NORMAL);
    }

    /// The same, signed in by HTTP Basic.
    public Connection as(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Connection(base, Optional.of("Basic " + Base64.getEncoder().encodeToString(both)), client);
    }

    public URI base() {
        return base;
    }

    /// Makes the call, and makes it again where nobody answered, or the server asked for that.
    ///
    /// @throws IOException if nobody answered in time, to the last try
    public Answer send(Call call) throws IOException {
        for (int left = call.tries(); left > 1; left--) {
            try {
                Answer answer = once(call);
                if (!answer.isBusy()) {
                    return answer;
                }
                pause(Duration.ofSeconds(answer.pause()));
            } catch (InterruptedIOException hurry) {
                throw hurry;
            } catch (IOException nobody) {
                pause(FIRST_PAUSE.multipliedBy(call.tries() - left + 1L));
            }
        }
        return once(call);
    }

    private Answer once(Call call) throws IOException {
        try {
            HttpResponse<byte[]> response = client.send(request(call), BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("ETag"),
                    response.headers().firstValue("Retry-After"),
                    response.body());
        } catch (InterruptedException hurry) {
            throw interrupted();
        }
    }

    private HttpRequest request(Call call) {
        BodyPublisher body = call.body().get();
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + call.target()))
                .timeout(call.timeout())
                .method(call.method(), body);
        call.headers().forEach(request::setHeader);
        authorization.ifPresent(value -> request.setHeader("Authorization", value));
        return request.build();
    }

    private static void pause(Duration duration) throws InterruptedIOException {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException hurry) {
            throw interrupted();
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted");
    }

    /// Ends the threads; what is under way is broken off.
    @Override
    public void close() {
        client.shutdownNow();
    }
}
