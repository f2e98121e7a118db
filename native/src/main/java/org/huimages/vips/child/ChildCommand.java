package org.huimages.vips.child;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.Size;

/// How the child is started: the same Java, our own classes and nothing more.
///
/// @param work a folder that the child can unpack libvips below
/// @param library the libvips to take, if not the system's
public record ChildCommand(Path work, Optional<Path> library) {
    /// A picture is never in the Java heap; start quickly, stay small.
    private static final List<String> OPTIONS =
            List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    /// One class of each module that is needed.
    private static final List<Class<?>> NEEDED = List.of(ChildMain.class, RenditionPlan.class, Size.class);

    private static final List<String> KEPT_VARIABLES = List.of("LD_LIBRARY_PATH", "TMPDIR", "LANG", "LC_ALL");

    /// The process, ready to be started. Its errors go where ours go; of our environment, which holds secrets, it
    /// gets next to nothing.
    ProcessBuilder build() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath(), ChildMain.class.getName(), work.toString()));
        library.ifPresent(file -> command.add(file.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().keySet().retainAll(KEPT_VARIABLES);
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return builder;
    }

    private String classPath() throws IOException {
        List<Path> places = new ArrayList<>();
        for (Class<?> type : NEEDED) {
            places.add(place(type));
        }
        return places.stream().map(Path::toString).collect(Collectors.joining(System.getProperty("path.separator")));
    }

    /// The folder or JAR that the class is in; a copy of the JAR where it lies within an unexpanded WAR.
    private Path place(Class<?> type) throws IOException {
        String location =
                type.getProtectionDomain().getCodeSource().getLocation().toString();
        return location.startsWith("file:")
                ? Path.of(URI.create(location))
                : copy(URI.create(location.replaceFirst("^jar:(.*)!/$", "$1")), type);
    }

    private Path copy(URI jar, Class<?> type) throws IOException {
        Path folder = Files.createDirectories(work.resolve("child"));
        Path unfinished = Files.createTempFile(folder, type.getSimpleName(), ".tmp");
        Path file = folder.resolve(type.getSimpleName() + ".jar");
        try (InputStream in = jar.toURL().openStream()) {
            Files.copy(in, unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        return file;
    }
}
