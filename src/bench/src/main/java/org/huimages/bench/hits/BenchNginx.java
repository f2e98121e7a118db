package org.huimages.bench.hits;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.settings.BenchSettings;

/// nginx with one worker over the cache: as a plain server of files, or with our file.
final class BenchNginx implements AutoCloseable {
    private final Process process;
    private final int port;

    private BenchNginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Nothing but files, with the access log that our file has too.
    static BenchNginx plain(Path folder, Path cache) throws IOException, InterruptedException {
        int port = BenchServer.freePort();
        return start(folder, port, """
                server {
                    listen 127.0.0.1:%d;
                    sendfile on;
                    tcp_nopush on;
                    types { image/jpeg jpeg; }
                    access_log %s/access.log combined buffer=64k flush=5s;
                    location / { root %s; }
                }
                """.formatted(port, folder, cache));
    }

    /// @param tomcat its port
    static BenchNginx ours(Path folder, Path cache, int tomcat) throws IOException, InterruptedException {
        int port = BenchServer.freePort();
        Path shipped = Path.of(BenchSettings.required("server.conf"), "proxy/nginx/huimages.conf");
        return start(
                folder,
                port,
                Files.readString(shipped)
                        .replace("listen 80;", "listen 127.0.0.1:" + port + ";")
                        .replace("127.0.0.1:8080", "127.0.0.1:" + tomcat)
                        .replace("/var/lib/huimages/cache", cache.toString())
                        .replace("/var/log/nginx", folder.toString()));
    }

    private static BenchNginx start(Path folder, int port, String server) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path file = Files.writeString(folder.resolve("nginx.conf"), """
                %s
                daemon off;
                worker_processes 1;
                pid %2$s/pid;
                error_log %2$s/error.log;
                events { worker_connections 1024; }
                http {
                    client_body_temp_path %2$s/body;
                    proxy_temp_path %2$s/proxy;
                    fastcgi_temp_path %2$s/fastcgi;
                    uwsgi_temp_path %2$s/uwsgi;
                    scgi_temp_path %2$s/scgi;
                    %3$s
                }
                """.formatted(
                        "root".equals(System.getProperty("user.name")) ? "user root;" : "", folder, server));
        Process process = new ProcessBuilder("nginx", "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(folder.resolve("output.log").toFile()))
                .start();
        while (process.isAlive() && process.children().findAny().isEmpty()) {
            Thread.sleep(50);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx did not start, see " + folder);
        }
        return new BenchNginx(process, port);
    }

    int port() {
        return port;
    }

    List<Long> pids() {
        return Stream.concat(Stream.of(process.pid()), process.children().map(ProcessHandle::pid))
                .toList();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
