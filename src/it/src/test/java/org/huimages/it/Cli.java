package org.huimages.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huimages.cli.Program;
import org.huimages.cli.shell.Shell;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The command line.
///
/// @param folder that it works in, and where its files are
/// @param environment what is set, beside the address of the server and who asks
record Cli(Path folder, Map<String, String> environment) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// What came of a call.
    record Result(int code, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        /// The last line of the output, as JSON.
        JsonNode json() {
            return JSON.readTree(lines().getLast());
        }
    }

    static Cli of(Path folder, Server server) {
        return of(folder, server.http().base().toString(), Server.PASSWORD);
    }

    static Cli of(Path folder, String address, String password) {
        return new Cli(
                folder, Map.of("HUIMAGES_API_URL", address, "HUIMAGES_USER", "admin", "HUIMAGES_PASSWORD", password));
    }

    Cli with(String name, String value) {
        Map<String, String> more = new TreeMap<>(environment);
        more.put(name, value);
        return new Cli(folder, more);
    }

    /// In this process; paths have to be absolute.
    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Shell shell = new Shell(environment, folder, stream(out), stream(err), false, false);
        int code = Program.run(shell, arguments);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    /// As it is given away, in a process of its own and in the folder.
    Result call(String... arguments) {
        try {
            Path out = Files.createTempFile(folder, "cli-", ".out");
            Path err = Files.createTempFile(folder, "cli-", ".err");
            Process process = start(out, err, arguments);
            int code = process.waitFor();
            return new Result(code, Files.readString(out), Files.readString(err));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
    }

    Process start(Path out, Path err, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Server.java(), "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-jar", Server.given("huimages.cli.jar")));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("HUIMAGES"));
        builder.environment().put("XDG_CONFIG_HOME", folder.toString());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
