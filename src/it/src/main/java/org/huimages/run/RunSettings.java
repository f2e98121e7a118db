package org.huimages.run;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the program is told, read and checked once. All paths are absolute; relative ones count from the working
/// directory. An empty value is as good as none.
///
/// | system property | meaning |
/// |---|---|
/// | `huimages.tomcat.home` | an unpacked Apache Tomcat |
/// | `huimages.tomcat.conf` | the folder `tomcat-conf` of this project |
/// | `huimages.war` | the application |
/// | `huimages.base` | CATALINA_BASE, laid out anew at each start |
/// | `huimages.port` | port on 127.0.0.1; 8080 if not given, 0 = any free one |
/// | `huimages.data` | data folder; else the environment variable `HUIMAGES_DATA`, else `~/.huimages` |
record RunSettings(Path tomcat, Path configuration, Path war, Path base, int port, Path data) {

    /// @throws CannotRun naming what is missing or wrong, a port in use included
    static RunSettings read() {
        return new RunSettings(
                existing("huimages.tomcat.home"),
                existing("huimages.tomcat.conf"),
                existing("huimages.war"),
                path("huimages.base", required("huimages.base")),
                FreePort.check(property("huimages.port").orElse("8080")),
                path("huimages.data", dataFolder()));
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    Path logs() {
        return base.resolve("logs");
    }

    private static String dataFolder() {
        return property("huimages.data")
                .or(() -> given(System.getenv("HUIMAGES_DATA")))
                .orElse("~/.huimages");
    }

    private static Path existing(String name) {
        Path path = path(name, required(name));
        if (!Files.exists(path)) {
            throw new CannotRun("%s: %s is not there".formatted(name, path));
        }
        return path;
    }

    /// No shell opens the ~ of -Dhuimages.data=~/pictures, so it is done here.
    private static Path path(String name, String text) {
        String opened = text.startsWith("~/") ? System.getProperty("user.home") + text.substring(1) : text;
        try {
            return Path.of(opened).toAbsolutePath().normalize();
        } catch (InvalidPathException wrong) {
            throw new CannotRun("%s: %s".formatted(name, wrong.getMessage()));
        }
    }

    private static String required(String name) {
        return property(name).orElseThrow(() -> new CannotRun("-D" + name + "=... is missing"));
    }

    private static Optional<String> property(String name) {
        return given(System.getProperty(name));
    }

    private static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
