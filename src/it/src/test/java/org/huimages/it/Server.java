package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server in a process of its own, started by the launcher of `mvn -Prun`, on a free port.
final class Server implements AutoCloseable {
    static final String PASSWORD = "s<cret & \"more\"";

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder;
    private final Process process;
    private final Http http;

    private Server(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.http = new Http(URI.create("http://127.0.0.1:" + port));
    }

    /// Starts on the data in `folder/data` and waits until it is ready.
    ///
    /// @param properties system properties beside those of the launcher, or in their place; settings among them
    static Server start(Path folder, Map<String, String> properties) {
        int port = Optional.ofNullable(properties.get("huimages.port"))
                .map(Integer::valueOf)
                .orElseGet(Server::freePort);
        Server server = new Server(folder, launch(command(folder, port, properties), folder), port);
        server.awaitReady();
        return server;
    }

    static Process launch(List<String> command, Path folder) {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("output.log").toFile()));
        builder.environment().put("RUN_ADMIN_PASSWORD", PASSWORD);
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What `mvn -Prun` runs, with this JVM's Java.
    static List<String> command(Path folder, int port, Map<String, String> properties) {
        Map<String, String> all = new TreeMap<>();
        for (String name : List.of("huimages.tomcat.home", "huimages.tomcat.conf", "huimages.war")) {
            all.put(name, given(name));
        }
        all.put("huimages.base", folder.resolve("base").toString());
        all.put("huimages.data", folder.resolve("data").toString());
        all.put("huimages.port", Integer.toString(port));
        all.put("HUIMAGES_AVIF", "false"); // or each picture of each test would be coded once more, behind its back
        all.putAll(properties);
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx256m", "-Xmn128m"));
        all.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-jar", given("huimages.run.jar")));
        return command;
    }

    static String java() {
        return ProcessHandle.current().info().command().orElseThrow();
    }

    /// What the build tells its tests.
    static String given(String name) {
        return Objects.requireNonNull(System.getProperty(name), name);
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /// What readiness says of a server that never becomes ready.
    static String unready(Path folder, Map<String, String> settings) throws InterruptedException {
        int port = freePort();
        Process process = launch(command(folder, port, settings), folder);
        try (Http http = new Http(URI.create("http://127.0.0.1:" + port))) {
            while (!http.isThere()) {
                assertTrue(process.isAlive(), "it starts");
                pause();
            }
            HttpResponse<byte[]> answer = http.get("/health/ready");
            assertEquals(503, answer.statusCode());
            return Http.text(answer);
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private void awaitReady() {
        Instant end = Instant.now().plus(PATIENCE);
        while (!http.isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("the server did not start:\n" + output());
            }
            pause();
        }
    }

    static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    Http http() {
        return http;
    }

    int port() {
        return http.base().getPort();
    }

    /// The processes that it has started.
    Stream<ProcessHandle> children() {
        return process.children();
    }

    Path base() {
        return folder.resolve("base");
    }

    Path data() {
        return folder.resolve("data");
    }

    /// Everything that the process has written to its console so far.
    String output() {
        try {
            return Files.readString(folder.resolve("output.log"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// SIGTERM, and the end awaited.
    @Override
    public void close() {
        http.close();
        process.destroy();
        process.onExit().join();
    }

    /// SIGKILL, while requests are under way: nothing is closed, nothing is flushed.
    void kill() {
        process.destroyForcibly().onExit().join();
        http.close();
    }

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }
}
