package org.huimages.bench.pyramid;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import org.huimages.bench.server.ServerClient;
import org.jspecify.annotations.Nullable;

/// `tools/server.mjs`, on one core after the other as many as there are.
final class SharpServer implements AutoCloseable {
    private final Process process;
    private final ServerClient client;

    private SharpServer(Process process, ServerClient client) {
        this.process = process;
        this.client = client;
    }

    /// @param npm the folder that sharp is installed in
    /// @param pictures the folder of the originals
    static SharpServer start(Path npm, Path pictures) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("node", "server.mjs", pictures.toString())
                .directory(npm.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment()
                .put("UV_THREADPOOL_SIZE", Integer.toString(Runtime.getRuntime().availableProcessors()));
        Process process = builder.start();
        BufferedReader output = process.inputReader();
        @Nullable String ready = output.readLine();
        if (ready == null || !ready.startsWith("ready ")) {
            process.destroy();
            throw new IOException("the server around sharp said " + ready);
        }
        String port = ready.split(" ", -1)[1];
        return new SharpServer(process, new ServerClient(URI.create("http://127.0.0.1:" + port)));
    }

    ColdServer cold() {
        return new ColdServer(
                "sharp", client, process.pid(), (size, number) -> "/" + size.text() + "/p" + number + ".jpeg");
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        process.onExit().join();
    }
}
