package org.huimages.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/// An application that was started on a free port.
record Running(ConfigurableApplicationContext context, HttpClient client) implements AutoCloseable {

    /// @param properties as on the command line: `--huimages.url=...`
    static Running start(List<Class<?>> sources, String... properties) {
        String[] all = Stream.concat(
                        Stream.of("--server.port=0", "--server.address=127.0.0.1", "--logging.level.root=error"),
                        Stream.of(properties))
                .toArray(String[]::new);
        return new Running(
                new SpringApplicationBuilder(sources.toArray(Class<?>[]::new)).run(all), HttpClient.newHttpClient());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(address(path)));
    }

    HttpResponse<String> post(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(address(path))
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        context.close();
    }
}
