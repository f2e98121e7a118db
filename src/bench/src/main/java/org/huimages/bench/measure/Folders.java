package org.huimages.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders with all that is in them.
public final class Folders {
    private Folders() {}

    /// @param target where what is in `source` goes; made when missing
    public static void copy(Path source, Path target) throws IOException {
        Files.createDirectories(target.getParent());
        for (Path path : walk(source)) {
            Files.copy(path, target.resolve(source.relativize(path).toString()));
        }
    }

    /// Does nothing where there is no such folder.
    public static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            for (Path path :
                    walk(folder).stream().sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static List<Path> walk(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.toList();
        }
    }
}
