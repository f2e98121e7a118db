package org.huimages.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;

/// Talks to the server from one address of this machine.
public record ServerClient(URI base, HttpClient http) implements AutoCloseable {
    public static final String PASSWORD = "bench-password";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ADMIN =
            "Basic " + Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(StandardCharsets.UTF_8));

    public ServerClient(URI base) {
        this(base, builder().build());
    }

    /// A client that the server sees under another address: 127.0.0.1 and up.
    public ServerClient at(int address) {
        try {
            InetAddress local = InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) (address + 1)});
            return new ServerClient(base, builder().localAddress(local).build());
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static HttpClient.Builder builder() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE);
    }

    public CompletableFuture<HttpResponse<byte[]>> get(String path) {
        return http.sendAsync(request(path).build(), BodyHandlers.ofByteArray());
    }

    /// Waits for a picture, to its end, by Java's client that needs the least CPU: what it takes of the cores, the
    /// server lacks. (A third of a millisecond; [#get] takes twice as much.) It is another than [#http]: it has no
    /// address of its own.
    ///
    /// @return the status; of a redirect its own
    /// @throws UncheckedIOException if there is no answer, or if it ends before its end
    public int fetch(String path) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) base.resolve(path).toURL().openConnection();
            connection.setInstanceFollowRedirects(false);
            connection.setConnectTimeout(Math.toIntExact(PATIENCE.toMillis()));
            connection.setReadTimeout(Math.toIntExact(PATIENCE.toMillis()));
            int status = connection.getResponseCode();
            if (status == 200) {
                try (InputStream body = connection.getInputStream()) {
                    if (body.transferTo(OutputStream.nullOutputStream()) != connection.getContentLengthLong()) {
                        throw new IOException(path + " was cut off");
                    }
                }
            }
            return status;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE);
    }

    public boolean isReady() {
        return readiness() == 200;
    }

    /// The status of `/health/ready`, -1 where nobody answers.
    public int readiness() {
        return status("/health/ready");
    }

    /// The status of an address, -1 where nobody answers.
    public int status(String path) {
        try {
            return http.send(request(path).build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return -1;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /// @throws IllegalStateException unless the picture was taken
    public void upload(String filename, BodyPublisher picture) throws InterruptedException {
        HttpRequest request = request("/api/images?filename=" + filename)
                .header("Authorization", ADMIN)
                .header("Content-Type", "image/jpeg")
                .POST(picture)
                .build();
        require(request, 201);
    }

    /// The value of one metric, over all its labels.
    public double metric(String name) throws InterruptedException {
        HttpRequest request = request("/metrics").header("Authorization", ADMIN).build();
        double[] values = require(request, 200)
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .toArray();
        if (values.length == 0) {
            throw new IllegalStateException("no metric " + name);
        }
        return Arrays.stream(values).sum();
    }

    private String require(HttpRequest request, int status) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != status) {
                throw new IllegalStateException(request + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    public static BodyPublisher body(byte[]... parts) {
        BodyPublisher[] publishers = new BodyPublisher[parts.length];
        for (int part = 0; part < parts.length; part++) {
            publishers[part] = BodyPublishers.ofByteArray(parts[part]);
        }
        return BodyPublishers.concat(publishers);
    }
}
