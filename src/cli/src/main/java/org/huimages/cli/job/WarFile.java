package org.huimages.cli.job;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The classes and libraries in a WAR.
final class WarFile {
    private static final String INSIDE = "WEB-INF/";

    private WarFile() {}

    static void unpack(Path war, Path folder) throws IOException {
        try (ZipFile zip = new ZipFile(war.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.getName().matches(INSIDE + "(classes|lib)/.*[^/]")) {
                    unpack(zip, entry, folder);
                }
            }
        } catch (ZipException noWar) {
            throw new IOException(war + " is no WAR: " + noWar.getMessage(), noWar);
        }
        if (!Files.isDirectory(folder.resolve(INSIDE).resolve("lib"))) {
            throw new IOException(war + " is not the WAR of huImages");
        }
    }

    private static void unpack(ZipFile zip, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException(zip.getName() + " has an entry that leads out of it: " + entry.getName());
        }
        Files.createDirectories(target.getParent());
        try (InputStream content = zip.getInputStream(entry)) {
            Files.copy(content, target);
        }
    }

    static String classPath(Path folder) throws IOException {
        Path inside = folder.resolve(INSIDE);
        try (Stream<Path> libraries = Files.list(inside.resolve("lib"))) {
            return Stream.concat(Stream.of(inside.resolve("classes")), libraries.sorted())
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        }
    }

    /// If it is there.
    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
