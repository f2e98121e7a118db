package org.huimages.cli.job;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huimages.cli.shell.Exit;
import org.huimages.cli.shell.Refused;
import org.huimages.cli.shell.Shell;
import org.huimages.client.json.Json;

/// A job in a process of our own, made of what is in the server's WAR. It writes how far it is as a line of JSON, once
/// a second, the report at last.
final class OfflineWorker implements Worker, AutoCloseable {
    private static final int JAVA = 25;
    private static final Duration PARTING = Duration.ofSeconds(5);
    private static final String PROGRAM = "org.huimages.webapp.start.Offline";

    private final Path unpacked;
    private final Process process;
    private final BufferedReader lines;
    private final Thread ending;

    private OfflineWorker(Path unpacked, Process process) {
        this.unpacked = unpacked;
        this.process = process;
        this.lines = process.inputReader(StandardCharsets.UTF_8);
        this.ending = new Thread(this::end);
        Runtime.getRuntime().addShutdownHook(ending);
    }

    static OfflineWorker start(Shell shell, Optional<Path> war, Optional<Path> data, Map<String, Json> order) {
        if (Runtime.version().feature() < JAVA) {
            throw new Refused(
                    Exit.USAGE,
                    "--offline needs Java %d, this is %s"
                            .formatted(JAVA, Runtime.version().feature()));
        }
        Path file = war.orElseGet(OfflineWorker::beside);
        if (!Files.isRegularFile(file)) {
            throw new Refused(
                    Exit.USAGE,
                    "--offline needs the server's WAR, and %s is not there: say --war FILE".formatted(file));
        }
        String folder = folder(shell, data);
        try {
            Path unpacked = Files.createTempDirectory("huimages-offline-");
            return new OfflineWorker(unpacked, started(unpacked, file, folder, order));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// One that is not there would be made, and found to be in order.
    private static String folder(Shell shell, Optional<Path> data) {
        Path folder = data.or(() -> shell.variable("HUIMAGES_DATA").map(Path::of))
                .orElseThrow(() -> new Refused(
                        Exit.USAGE, "--offline: where is the server's data? Set --data DIR, or HUIMAGES_DATA"));
        if (!Files.isDirectory(folder)) {
            throw new Refused(Exit.USAGE, "--offline: there is no data folder " + folder);
        }
        return folder.toAbsolutePath().normalize().toString();
    }

    private static Path beside() {
        try {
            Path program = Path.of(OfflineWorker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return program.resolveSibling("huimages.war");
        } catch (URISyntaxException strange) {
            return Path.of("huimages.war");
        }
    }

    private static Process started(Path unpacked, Path war, String data, Map<String, Json> order) throws IOException {
        try {
            WarFile.unpack(war, unpacked);
            return start(unpacked, data, order);
        } catch (IOException failed) {
            WarFile.remove(unpacked);
            throw failed;
        }
    }

    private static Process start(Path unpacked, String data, Map<String, Json> order) throws IOException {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-Djava.io.tmpdir=" + unpacked,
                "-cp",
                WarFile.classPath(unpacked),
                PROGRAM,
                new Json.Members(order).text());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("HUIMAGES_DATA", data);
        return builder.start();
    }

    @Override
    public JobState look() {
        return new JobState(next());
    }

    private Json next() {
        try {
            String line = lines.readLine();
            if (line == null) {
                throw new Refused(Exit.FAILED, "it has ended before its time, with exit code " + process.waitFor());
            }
            Json json = Json.parse(line);
            json.get("refused").ifPresent(why -> {
                throw new Refused(Exit.FAILED, why.plain());
            });
            return json;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new Refused(Exit.FAILED, "interrupted");
        }
    }

    @Override
    public List<Json> report(int most) {
        List<Json> all = next().get("lines").map(Json::elements).orElse(List.of());
        return all.subList(0, Math.min(most, all.size()));
    }

    @Override
    public String farewell() {
        return "stopped; the job is taken up again by the server, or by --offline, when it starts on this data folder";
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(ending);
        } catch (IllegalStateException over) {
            waitForTheEnd();
        }
        end();
    }

    /// Where the program is being ended, nobody is told that the work has ended too.
    private void waitForTheEnd() {
        try {
            ending.join();
            Thread.sleep(PARTING);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whoever ends this program ends the work too, and leaves nothing behind.
    private void end() {
        process.destroy();
        try {
            process.waitFor();
            WarFile.remove(unpacked);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
