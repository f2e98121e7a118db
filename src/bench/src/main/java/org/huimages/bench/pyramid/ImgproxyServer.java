package org.huimages.bench.pyramid;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.server.ServerClient;
import org.huimages.url.Size;

/// imgproxy, where the environment names its program (`IMGPROXY`): files of a folder, the same quality, a picture a
/// core.
final class ImgproxyServer implements AutoCloseable {
    private static final int TRIES = 300;
    private static final int BETWEEN_MILLIS = 100;

    private final Process process;
    private final ServerClient client;

    private ImgproxyServer(Process process, ServerClient client) {
        this.process = process;
        this.client = client;
    }

    /// Empty if there is none here.
    ///
    /// @param pictures the folder of the originals
    static Optional<ImgproxyServer> start(Path pictures) throws IOException, InterruptedException {
        String program = System.getenv().getOrDefault("IMGPROXY", "");
        if (program.isEmpty()) {
            System.err.println("imgproxy: left out, IMGPROXY names no program");
            return Optional.empty();
        }
        int port = BenchServer.freePort();
        ProcessBuilder builder =
                new ProcessBuilder(program).redirectOutput(Redirect.DISCARD).redirectError(Redirect.INHERIT);
        builder.environment()
                .putAll(Map.of(
                        "IMGPROXY_BIND",
                        "127.0.0.1:" + port,
                        "IMGPROXY_LOCAL_FILESYSTEM_ROOT",
                        pictures.toString(),
                        "IMGPROXY_QUALITY",
                        "82",
                        "IMGPROXY_MAX_SRC_RESOLUTION",
                        "100",
                        "IMGPROXY_WORKERS",
                        Integer.toString(Runtime.getRuntime().availableProcessors()),
                        "IMGPROXY_LOG_LEVEL",
                        "error"));
        ImgproxyServer server =
                new ImgproxyServer(builder.start(), new ServerClient(URI.create("http://127.0.0.1:" + port)));
        server.awaitReady();
        return Optional.of(server);
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int attempt = 0; attempt < TRIES && process.isAlive(); attempt++) {
            if (client.status("/health") == 200) {
                return;
            }
            Thread.sleep(BETWEEN_MILLIS);
        }
        close();
        throw new IOException("imgproxy did not start");
    }

    /// It fits and does not enlarge by itself; what is exact it fills.
    static String path(Size size, int number) {
        String resize = switch (size) {
            case Size.Fit(int width, int height) -> "rs:fit:%d:%d".formatted(width, height);
            case Size.Exact(int width, int height) -> "rs:fill:%d:%d:1/g:ce".formatted(width, height);
            case Size.Original() -> "raw:1";
        };
        return "/insecure/%s/plain/local:///p%d.jpg@jpg".formatted(resize, number);
    }

    ColdServer cold() {
        return new ColdServer("imgproxy", client, process.pid(), ImgproxyServer::path);
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
