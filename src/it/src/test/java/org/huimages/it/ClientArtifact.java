package org.huimages.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The client as it was installed, by itself.
final class ClientArtifact {
    static final String VERSION = Server.given("huimages.version");

    private static final Path INSTALLED = Path.of(Server.given("huimages.repository"), "org", "huimages");
    private static final Path PARENT = Path.of("../../pom.xml");

    private ClientArtifact() {}

    /// @param artifact `huimages-client`
    static Path jar(String artifact) {
        return INSTALLED.resolve(artifact).resolve(VERSION).resolve(artifact + "-" + VERSION + ".jar");
    }

    /// Makes `repository` one in which there are, of us, these artifacts alone; the rest is that of this build, so that
    /// nothing has to be fetched twice.
    static void repository(Path repository) throws IOException {
        Path shared = Path.of(Server.given("huimages.maven.repository"));
        Files.createDirectories(repository.resolve("org"));
        link(shared, repository, List.of("org"));
        link(shared.resolve("org"), repository.resolve("org"), List.of("huimages"));
        Files.createSymbolicLink(repository.resolve("org/huimages"), INSTALLED);
    }

    private static void link(Path from, Path to, List<String> others) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : (Iterable<Path>) entries::iterator) {
                String name = entry.getFileName().toString();
                if (!others.contains(name)) {
                    Files.createSymbolicLink(to.resolve(name), entry);
                }
            }
        }
    }

    /// The version of one of Maven's plugins that this build has fetched already.
    static String versionOf(String plugin) throws IOException {
        Matcher version = Pattern.compile("<artifactId>" + plugin + "</artifactId>\\s*<version>([^<]+)</version>")
                .matcher(Files.readString(PARENT));
        if (!version.find()) {
            throw new IllegalStateException(plugin + " has no version in " + PARENT);
        }
        return version.group(1);
    }
}
