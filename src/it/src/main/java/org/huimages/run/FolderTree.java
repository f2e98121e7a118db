package org.huimages.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Whole folders. Symbolic links are never followed.
final class FolderTree {
    private FolderTree() {}

    /// Does nothing where there is no folder.
    static void delete(Path folder) throws IOException {
        if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            for (Path path : list(folder, Comparator.reverseOrder())) {
                Files.delete(path);
            }
        }
    }

    /// @param target must not be there
    static void copy(Path source, Path target) throws IOException {
        for (Path path : list(source, Comparator.naturalOrder())) {
            Files.copy(path, target.resolve(source.relativize(path).toString()), LinkOption.NOFOLLOW_LINKS);
        }
    }

    static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }

    private static List<Path> list(Path folder, Comparator<Path> order) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.sorted(order).toList();
        }
    }
}
