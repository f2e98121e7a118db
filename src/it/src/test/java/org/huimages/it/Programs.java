package org.huimages.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/// Programs that are not Java's and that some tests need. One that is missing is installed where that may be done
/// (root, and apt); else the tests are skipped and say what to install. With `-Dhuimages.it.required=true` they
/// fail instead: what has to be tested was not.
enum Programs {
    NGINX("nginx", "nginx-light"),
    CHROMIUM("chromium", "chromium");

    private static final List<String> FOLDERS = List.of("/usr/sbin", "/usr/local/sbin", "/sbin", "/usr/bin");
    private static final long MINUTES = 5;

    private final String command;
    private final String debianPackage;

    Programs(String command, String debianPackage) {
        this.command = command;
        this.debianPackage = debianPackage;
    }

    /// Where it is. Does not return where it cannot be had.
    Path path() {
        return find(command).or(this::installed).orElseGet(this::missing);
    }

    private static Optional<Path> find(String command) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":")), FOLDERS.stream())
                .map(folder -> Path.of(folder, command))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Optional<Path> installed() {
        boolean may = "root".equals(System.getProperty("user.name"))
                && find("apt-get").isPresent();
        if (may && !apt("install", "-y", "-q", "--no-install-recommends", debianPackage)) {
            apt("update", "-q");
            apt("install", "-y", "-q", "--no-install-recommends", debianPackage);
        }
        return find(command);
    }

    private static boolean apt(String... arguments) {
        List<String> command =
                Stream.concat(Stream.of("apt-get"), Stream.of(arguments)).toList();
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        try {
            Process process = builder.start();
            return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurry);
        }
    }

    private Path missing() {
        String what = "%s is not on this machine: apt-get install %s".formatted(command, debianPackage);
        return Boolean.getBoolean("huimages.it.required") ? Assertions.fail(what) : Assumptions.abort(what);
    }
}
