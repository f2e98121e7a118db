package org.huimages.bench.start;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.IntPredicate;
import org.huimages.bench.measure.Folders;
import org.huimages.bench.measure.Malloc;
import org.huimages.bench.server.BenchServer;
import org.huimages.bench.server.ServerClient;
import org.huimages.bench.settings.BenchSettings;

/// Tomcat with the shipped `tomcat-conf`, started as `catalina.sh run` starts it with its `setenv.sh`.
///
/// @param base its CATALINA_BASE
/// @param path what is asked for until it answers
/// @param ready which status is the awaited one
record StockServer(Path base, String path, IntPredicate ready) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Without any application: whatever it answers, it is there.
    static StockServer empty(Path folder) throws IOException {
        return new StockServer(base(folder), "/", status -> status > 0);
    }

    static StockServer with(Path folder, Path war) throws IOException {
        Path base = base(folder);
        Files.copy(war, base.resolve("webapps/ROOT.war"));
        return new StockServer(base, "/health/ready", status -> status == 200);
    }

    private static Path base(Path folder) throws IOException {
        Folders.copy(Path.of(BenchSettings.required("server.conf")), folder);
        for (String needed : List.of("logs", "temp", "webapps", "work")) {
            Files.createDirectories(folder.resolve(needed));
        }
        return folder;
    }

    /// Starts it, and stops it again.
    double secondsToAnswer() throws IOException, InterruptedException {
        int port = BenchServer.freePort();
        long start = System.nanoTime();
        Process process = start(port);
        try (ServerClient client = new ServerClient(URI.create("http://127.0.0.1:" + port))) {
            while (!ready.test(client.status(path))) {
                if (!process.isAlive() || System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IllegalStateException("it did not start, see " + output());
                }
                Thread.sleep(5);
            }
            return (System.nanoTime() - start) / 1e9;
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private Process start(int port) throws IOException {
        Path home = Path.of(BenchSettings.required("server.tomcat"));
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:+AutoCreateSharedArchive",
                        "-XX:SharedArchiveFile=" + base.resolve("work/classes.jsa"),
                        "-XX:+VerifySharedSpaces",
                        "-Xlog:cds=off",
                        "-Xlog:cds+dynamic=off",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Djava.util.logging.config.file=" + base.resolve("conf/logging.properties"),
                        "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                        "-Dcatalina.home=" + home,
                        "-Dcatalina.base=" + base,
                        "-Djava.io.tmpdir=" + base.resolve("temp"),
                        "-Dhuimages.port=" + port,
                        "-cp",
                        home.resolve("bin/bootstrap.jar") + ":" + home.resolve("bin/tomcat-juli.jar"),
                        "org.apache.catalina.startup.Bootstrap",
                        "start")
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(output().toFile()));
        Malloc.apply(Malloc.SERVER, builder.environment());
        return builder.start();
    }

    private Path output() {
        return base.resolve("logs/output.log");
    }
}
