package org.huimages.cli.importing;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huimages.cli.shell.FileTrouble;

/// Looks for pictures: files that are named are taken as they are; in folders those whose names end as pictures' do,
/// without what begins with a dot. Symbolic links are followed.
final class Finder extends SimpleFileVisitor<Path> {
    private static final Set<String> ENDINGS =
            Set.of("jpeg", "jpg", "jpe", "jfif", "png", "webp", "gif", "avif", "heic", "heif");

    private final boolean recursive;
    private final List<PathMatcher> excluded;
    private final List<Found> files = new ArrayList<>();
    private final List<Failed> failures = new ArrayList<>();
    private Path start = Path.of("");
    private int others;
    private int folders;

    private Finder(boolean recursive, List<PathMatcher> excluded) {
        this.recursive = recursive;
        this.excluded = excluded;
    }

    /// @param excluded globs, held against a file's name, a folder's, the way to them from where it starts, and the
    ///     whole way
    /// @throws IllegalArgumentException if a glob is none
    static Finds find(List<Path> starts, boolean recursive, List<String> excluded) {
        List<PathMatcher> matchers = excluded.stream()
                .map(glob -> FileSystems.getDefault().getPathMatcher("glob:" + glob))
                .toList();
        Finder finder = new Finder(recursive, matchers);
        starts.forEach(finder::walk);
        return new Finds(finder.files, finder.failures, finder.others, finder.folders);
    }

    private void walk(Path path) {
        start = path;
        int before = files.size();
        try {
            Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
        } catch (IOException trouble) {
            failures.add(new Failed(path, FileTrouble.words(trouble)));
        }
        files.subList(before, files.size()).sort(Comparator.comparing(Found::path));
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        if (folder.equals(start)) {
            return FileVisitResult.CONTINUE;
        }
        if (isHidden(folder) || isExcluded(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        if (!recursive) {
            folders++;
            return FileVisitResult.SKIP_SUBTREE;
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (file.equals(start)) {
            take(file, attributes);
        } else if (!isHidden(file) && !isExcluded(file)) {
            if (isPicture(file)) {
                take(file, attributes);
            } else {
                others++;
            }
        }
        return FileVisitResult.CONTINUE;
    }

    private void take(Path file, BasicFileAttributes attributes) {
        if (attributes.isSymbolicLink()) {
            failures.add(new Failed(file, "the link leads nowhere"));
            return;
        }
        if (!attributes.isRegularFile()) {
            failures.add(new Failed(file, "is no file, but a pipe or a device"));
            return;
        }
        files.add(
                new Found(file, attributes.size(), attributes.lastModifiedTime().toInstant()));
    }

    /// One folder that is closed to us costs the others nothing; a link into a folder that holds it leads nowhere new.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException trouble) {
        if (!(trouble instanceof FileSystemLoopException) && !isHidden(file)) {
            failures.add(new Failed(file, FileTrouble.words(trouble)));
        }
        return FileVisitResult.CONTINUE;
    }

    private boolean isHidden(Path path) {
        return !path.equals(start) && name(path).startsWith(".");
    }

    private boolean isExcluded(Path path) {
        Path way = start.relativize(path);
        return excluded.stream()
                .anyMatch(glob -> glob.matches(path) || glob.matches(way) || glob.matches(path.getFileName()));
    }

    private static boolean isPicture(Path file) {
        String name = name(file);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
