package org.huimages.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// `tomcat-conf` as an administrator would change it: with users of every role.
final class Site {
    private Site() {}

    /// Starts a server with it.
    ///
    /// @param settings by name
    static Server start(Path folder, Map<String, String> settings) {
        Map<String, String> properties = new TreeMap<>(settings);
        properties.put(
                "huimages.tomcat.conf", layOut(folder.resolve("tomcat-conf")).toString());
        return Server.start(folder, properties);
    }

    private static Path layOut(Path target) {
        Path source = Path.of(Server.given("huimages.tomcat.conf"));
        try (Stream<Path> all = Files.walk(source)) {
            for (Path path : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                Path copy = target.resolve(source.relativize(path).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, changed(path));
            }
            Files.writeString(target.resolve("conf/users.xml"), User.xml());
            return target;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String changed(Path file) throws IOException {
        String text = Files.readString(file);
        return switch (file.getFileName().toString()) {
            case "server.xml" -> replaced(text, "conf/tomcat-users.xml\"", "conf/users.xml\"");
            default -> text;
        };
    }

    private static String replaced(String text, String old, String now) {
        if (!text.contains(old)) {
            throw new IllegalStateException(old + " is not there any more");
        }
        return text.replace(old, now);
    }
}
