package org.huimages.bench.server;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huimages.bench.measure.Malloc;
import org.huimages.bench.settings.BenchSettings;

/// The real server, started as `mvn -Prun` starts it.
public final class BenchServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process process;
    private final ServerClient client;

    private BenchServer(Process process, ServerClient client) {
        this.process = process;
        this.client = client;
    }

    /// Starts on the data in `folder` and waits until it is ready.
    public static BenchServer start(Path folder) throws IOException, InterruptedException {
        return start(folder, Map.of());
    }

    /// The same with settings.
    public static BenchServer start(Path folder, Map<String, String> settings)
            throws IOException, InterruptedException {
        return start(folder, Path.of(BenchSettings.required("server.conf")), settings);
    }

    /// The same.
    ///
    /// @param conf in place of the shipped `tomcat-conf`
    public static BenchServer start(Path folder, Path conf, Map<String, String> settings)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        int port = freePort();
        ProcessBuilder builder = new ProcessBuilder(command(folder, conf, port))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("output.log").toFile()));
        Malloc.apply(Malloc.SERVER, builder.environment());
        builder.environment().put("RUN_ADMIN_PASSWORD", ServerClient.PASSWORD);
        builder.environment().putAll(settings);
        BenchServer server = new BenchServer(builder.start(), new ServerClient(URI.create("http://127.0.0.1:" + port)));
        server.awaitReady(folder);
        return server;
    }

    private static List<String> command(Path folder, Path conf, int port) {
        return List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-Xmn128m",
                "-Dhuimages.tomcat.home=" + BenchSettings.required("server.tomcat"),
                "-Dhuimages.tomcat.conf=" + conf,
                "-Dhuimages.war=" + BenchSettings.required("server.war"),
                "-Dhuimages.base=" + folder.resolve("base"),
                "-Dhuimages.data=" + folder.resolve("data"),
                "-Dhuimages.port=" + port,
                "-jar",
                BenchSettings.required("server.jar"));
    }

    /// A port that nobody listens at.
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady(Path folder) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!client.isReady()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("the server did not start, see " + folder.resolve("output.log"));
            }
            Thread.sleep(100);
        }
    }

    public int port() {
        return client.base().getPort();
    }

    public long pid() {
        return process.pid();
    }

    public ServerClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
