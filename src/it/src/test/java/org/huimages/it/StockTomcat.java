package org.huimages.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A [TomcatFolder] that runs, in a process of its own.
final class StockTomcat implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Set<String> OURS = Set.of("JAVA_OPTS", "JDK_JAVA_OPTIONS", "JRE_HOME");

    private final TomcatFolder folder;
    private final Path output;
    private final Process process;
    private final HttpClient client = Server.client();

    private StockTomcat(TomcatFolder folder, Path output, Process process) {
        this.folder = folder;
        this.output = output;
        this.process = process;
    }

    static StockTomcat start(TomcatFolder folder) throws IOException {
        return start(folder, Account.MINE, Map.of());
    }

    /// `bin/catalina.sh run`, and all applications deployed, or refused.
    ///
    /// @param environment beside or in place of JAVA_HOME, which is this JVM's
    static StockTomcat start(TomcatFolder folder, Account account, Map<String, String> environment) throws IOException {
        List<String> command = new ArrayList<>(account.prefix());
        command.addAll(List.of(folder.home().resolve("bin/catalina.sh").toString(), "run"));
        return launch(folder, command, environment);
    }

    static StockTomcat launch(TomcatFolder folder, List<String> command, Map<String, String> environment)
            throws IOException {
        Path output = folder.base().resolveSibling("output.log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.base().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.matches("(CATALINA|HUIMAGES).*") || OURS.contains(name));
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("CATALINA_HOME", folder.home().toString());
        variables.put("CATALINA_BASE", folder.base().toString());
        variables.putAll(environment);
        StockTomcat started = new StockTomcat(folder, output, builder.start());
        started.awaitStarted();
        return started;
    }

    private void awaitStarted() throws IOException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!output().contains("Server startup in [")) {
            if (!process.isAlive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("Tomcat did not start:\n" + output());
            }
            Server.pause();
        }
    }

    /// @param context `/img`, or nothing for ROOT
    Http at(String context) {
        return new Http(URI.create("http://127.0.0.1:" + folder.port() + context), client);
    }

    /// What it has written to its console so far.
    String output() throws IOException {
        return Files.readString(output);
    }

    /// The console, and what Tomcat writes about applications elsewhere.
    String log() throws IOException {
        StringBuilder all = new StringBuilder(output());
        try (Stream<Path> logs = Files.list(folder.base().resolve("logs"))) {
            for (Path log : (Iterable<Path>) logs.filter(StockTomcat::isOfHost)::iterator) {
                all.append(Files.readString(log));
            }
        }
        return all.toString();
    }

    private static boolean isOfHost(Path log) {
        return log.getFileName().toString().matches("localhost\\.\\d.*");
    }

    long pid() {
        return process.pid();
    }

    TomcatFolder folder() {
        return folder;
    }

    /// The files that the process has mapped whose path has the text in it.
    Set<String> mapped(String text) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid() + "/maps"))) {
            return lines.filter(line -> line.contains(text))
                    .map(line -> line.substring(line.indexOf('/')))
                    .collect(Collectors.toSet());
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.destroy();
        process.onExit().join();
    }
}
