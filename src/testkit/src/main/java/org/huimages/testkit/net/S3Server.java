package org.huimages.testkit.net;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.huimages.file.Leftovers;

/// A server that speaks S3: S3Proxy in a JVM of its own, with its buckets as folders. Its JAR is the file that the
/// system property `huimages.s3proxy` names; the build puts it there.
///
/// Or, where the environment says `HUIMAGES_TEST_S3_ENDPOINT`, the one there, with `AWS_ACCESS_KEY_ID` and
/// `AWS_SECRET_ACCESS_KEY`; what tests put there is theirs to remove.
///
/// @param folder what is removed at the end
public record S3Server(URI endpoint, String accessKey, String secretKey, List<Process> processes, Path folder)
        implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Path NOWHERE = Path.of("");

    /// Starts it, or finds it, and waits until it answers.
    public static S3Server open() {
        String given = System.getenv("HUIMAGES_TEST_S3_ENDPOINT");
        return given == null ? start() : at(given, System.getenv());
    }

    private static S3Server at(String endpoint, Map<String, String> environment) {
        return new S3Server(
                URI.create(endpoint),
                Objects.requireNonNull(environment.get("AWS_ACCESS_KEY_ID"), "AWS_ACCESS_KEY_ID"),
                Objects.requireNonNull(environment.get("AWS_SECRET_ACCESS_KEY"), "AWS_SECRET_ACCESS_KEY"),
                List.of(),
                NOWHERE);
    }

    /// Starts our own on a free port.
    public static S3Server start() {
        try {
            Path folder = Files.createTempDirectory("huimages-s3");
            Files.createDirectory(folder.resolve("buckets"));
            URI endpoint = URI.create("http://127.0.0.1:" + freePort());
            S3Server server =
                    new S3Server(endpoint, "tester", "test-secret", List.of(launch(folder, endpoint)), folder);
            server.awaitReady();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process launch(Path folder, URI endpoint) throws IOException {
        Path settings = folder.resolve("s3proxy.conf");
        try (var out = Files.newBufferedWriter(settings)) {
            properties(folder, endpoint).store(out, null);
        }
        String jar = Objects.requireNonNull(System.getProperty("huimages.s3proxy"), "huimages.s3proxy");
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-jar",
                        jar,
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.log").toFile())
                .start();
    }

    private static Properties properties(Path folder, URI endpoint) {
        Properties properties = new Properties();
        properties.putAll(Map.of(
                "s3proxy.endpoint", endpoint.toString(),
                "s3proxy.authorization", "aws-v2-or-v4",
                "s3proxy.identity", "tester",
                "s3proxy.credential", "test-secret",
                "s3proxy.v4-max-non-chunked-request-size", Integer.toString(256 << 20),
                "jclouds.provider", "filesystem-nio2",
                "jclouds.identity", "unused",
                "jclouds.credential", "unused",
                "jclouds.filesystem.basedir", folder.resolve("buckets").toString()));
        return properties;
    }

    private void awaitReady() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!answers()) {
            if (!processes.getFirst().isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException(
                        "S3Proxy did not start: " + Files.readString(folder.resolve("output.log")));
            }
            pause();
        }
    }

    private boolean answers() {
        try (var socket = new Socket(endpoint.getHost(), endpoint.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /// Makes a bucket in our own server.
    public void makeBucket(String name) {
        try {
            Files.createDirectory(folder.resolve("buckets").resolve(name.toLowerCase(Locale.ROOT)));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        processes.forEach(process -> process.destroyForcibly().onExit().join());
        try {
            if (!processes.isEmpty()) {
                Leftovers.removeTree(folder);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
