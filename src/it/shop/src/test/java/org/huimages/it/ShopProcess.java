package org.huimages.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The sample shop in a process of its own.
record ShopProcess(Process process, Http http) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /// Starts with its data in `folder` and waits until it has articles. The password is in the environment.
    ///
    /// @param properties as on the command line
    static ShopProcess start(Path folder, String... properties) {
        int port = Server.freePort();
        List<String> command = new ArrayList<>(List.of(
                Server.java(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Server.given("huimages.shop"),
                "--server.port=" + port,
                "--shop.data=" + folder));
        command.addAll(List.of(properties));
        Path output = folder.resolve("output.log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("HUIMAGES_PASSWORD", Server.PASSWORD);
        try {
            ShopProcess shop = new ShopProcess(builder.start(), new Http(URI.create("http://127.0.0.1:" + port)));
            shop.await(output);
            return shop;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void await(Path output) throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("the shop did not start:\n" + Files.readString(output));
            }
            Server.pause();
        }
    }

    private boolean isReady() {
        try {
            return http.get("/actuator/health/readiness").statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    /// Sends a form, and follows to the page that comes of it, with the cookies that were set.
    HttpResponse<byte[]> post(String path, byte[] form) {
        HttpResponse<byte[]> answer = http.send("POST", path, form, "Content-Type", Http.FORM);
        String cookie = Http.header(answer, "Set-Cookie").split(";", 2)[0];
        String next = URI.create(Http.header(answer, "Location")).getPath().split(";", 2)[0];
        return http.get(next, "Cookie", cookie.isEmpty() ? "none=1" : cookie);
    }

    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit().join();
    }
}
