package org.huimages.it;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.huimages.testkit.api.Sent;
import org.huimages.url.Dimensions;

/// Talks to one server as a browser and as a program would.
///
/// @param base what the paths are appended to: the server, or one application in it; without a slash at its end
record Http(URI base, HttpClient client) implements AutoCloseable {
    static final String ADMIN = basic("admin", Server.PASSWORD);

    static final String FORM = Sent.FORM;

    Http(URI base) {
        this(base, Server.client());
    }

    static String basic(String name, String password) {
        return Sent.basic(name, password);
    }

    HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, new byte[0], headers);
    }

    HttpResponse<byte[]> send(String method, String path, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
    }

    /// As `curl -u admin:… -F file=@name`.
    HttpResponse<byte[]> upload(String name, byte[] file) {
        return form(ADMIN, part("file", name, file));
    }

    HttpResponse<byte[]> form(String authorization, byte[]... parts) {
        return send("POST", "/api/images", joined(parts), "Authorization", authorization, "Content-Type", FORM);
    }

    /// The body of a form.
    static byte[] joined(byte[]... parts) {
        return Sent.form(parts);
    }

    static byte[] part(String field, String filename, byte[] content) {
        return Sent.file(field, filename, content);
    }

    static byte[] field(String field, String value) {
        return Sent.field(field, value);
    }

    boolean isReady() {
        return answers("/health/ready");
    }

    /// Whether it answers, ready or not.
    boolean isThere() {
        return answers("/health/live");
    }

    private boolean answers(String path) {
        try {
            return get(path).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    static Dimensions dimensions(HttpResponse<byte[]> answer) {
        try {
            var image = Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(answer.body())), "no picture");
            return new Dimensions(image.getWidth(), image.getHeight());
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
