package org.huimages.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Removes files that were in the making: nobody was ever told of them.
public final class Leftovers {
    private Leftovers() {}

    /// Removes a file that is not needed any more; nothing happens if it is not there. One that cannot be removed
    /// is left for the sweep at the next start.
    public static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException leftForTheSweep) {
            // it is swept at the next start
        }
    }

    /// Removes what a crash left in a folder.
    ///
    /// @param ours which of the folder's entries
    public static void sweep(Path folder, Predicate<Path> ours) throws IOException {
        try (Stream<Path> leftovers = Files.list(folder)) {
            for (Path leftover : (Iterable<Path>) leftovers.filter(ours)::iterator) {
                removeTree(leftover);
            }
        }
    }

    /// Removes a file, or a folder with all that is in it; nothing happens if it is not there.
    public static void removeTree(Path tree) throws IOException {
        if (Files.notExists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
                Files.deleteIfExists(path);
            }
        }
    }
}
