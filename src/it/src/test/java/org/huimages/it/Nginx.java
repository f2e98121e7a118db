package org.huimages.it;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The real nginx with a file of `tomcat-conf/proxy/nginx`, in which only places are other ones than as shipped.
final class Nginx implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Process process;
    private final int port;

    private Nginx(Path folder, Process process, int port) {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /// The proxy of a node.
    static Nginx ofNode(Path folder, int tomcatPort, Path cache, Map<String, String> more) {
        Map<String, String> places = new TreeMap<>(more);
        places.put("127.0.0.1:8080", "127.0.0.1:" + tomcatPort);
        places.put("/var/lib/huimages/cache", cache.toString());
        return start(folder, "huimages.conf", places);
    }

    /// @param places texts of the file, each found there, and what stands for them here
    static Nginx start(Path folder, String file, Map<String, String> places) {
        Path program = Programs.NGINX.path();
        int port = Server.freePort();
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), adapted(folder, file, port, places));
            Path main = Files.writeString(folder.resolve("nginx.conf"), main(folder, file));
            Process process = new ProcessBuilder(program.toString(), "-c", main.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("output.log").toFile())
                    .start();
            Nginx nginx = new Nginx(folder, process, port);
            nginx.awaitReady();
            return nginx;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String adapted(Path folder, String file, int port, Map<String, String> places) throws IOException {
        String text = Files.readString(Path.of(Server.given("huimages.tomcat.conf"), "proxy", "nginx", file));
        Map<String, String> all = new TreeMap<>(places);
        all.put("listen 80;", "listen 127.0.0.1:" + port + ";");
        all.put("/var/log/nginx/huimages.log", folder.resolve("access.log").toString());
        for (Map.Entry<String, String> place : all.entrySet()) {
            assertTrue(text.contains(place.getKey()), () -> "'" + place.getKey() + "' is not in " + file);
            text = text.replace(place.getKey(), place.getValue());
        }
        return text;
    }

    /// As root nginx would give up its rights, and could not read folders of tests.
    private static String main(Path folder, String file) {
        String user = "root".equals(System.getProperty("user.name")) ? "user root;" : "";
        return """
                %s
                daemon off;
                pid %2$s/pid;
                error_log %2$s/error.log;
                events { worker_connections 4096; }
                http {
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    include %2$s/%3$s;
                }
                """.formatted(user, folder, file);
    }

    private void awaitReady() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!listens()) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                throw new IllegalStateException("nginx did not start:\n" + errors());
            }
            Server.pause();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    int port() {
        return port;
    }

    /// What it has complained about.
    String errors() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String log : List.of("output.log", "error.log")) {
            Path file = folder.resolve(log);
            text.append(Files.exists(file) ? Files.readString(file) : "");
        }
        return text.toString();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
