package org.huimages.testkit.couch;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// PouchDB behind HTTP, in a process of its own, which ends with this one however that ends.
///
/// It hides what a real CouchDB does: no passwords, no odd IDs in addresses, numbers in JavaScript's form.
public record StandIn(Process process, String address) implements AutoCloseable {
    private static final Path FOLDER = Path.of(System.getProperty("huimages.couchdb", "not-installed"));

    /// Whether the build could install it.
    public static boolean isInstalled() {
        return Files.exists(FOLDER.resolve("installed"));
    }

    /// Skips the test where there is none; with `-Dhuimages.it.required=true` the test fails.
    public static void require() {
        if (!isInstalled()) {
            String text = "there is no CouchDB: apt-get install nodejs npm, or set " + CouchServer.GIVEN;
            if (Boolean.getBoolean("huimages.it.required")) {
                fail(text);
            }
            Assumptions.abort(text);
        }
    }

    /// Starts one on a free port; returns when it listens.
    public static StandIn start() {
        try {
            Process process = new ProcessBuilder("node", "--no-deprecation", "server.js")
                    .directory(FOLDER.toFile())
                    .redirectError(Redirect.INHERIT)
                    .start();
            BufferedReader output = process.inputReader();
            String port = output.readLine();
            if (port == null) {
                throw new IOException("server.js has ended with " + process.exitValue());
            }
            return new StandIn(process, "http://127.0.0.1:" + port);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
