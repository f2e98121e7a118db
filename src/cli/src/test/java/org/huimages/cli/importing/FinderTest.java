package org.huimages.cli.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinderTest {
    @TempDir
    Path tree;

    @BeforeEach
    void plant() throws IOException {
        for (String name : List.of(
                "b.jpg", "a.JPEG", "notes.txt", ".hidden.jpg", "sub/c.png", "sub/deep/d.webp", ".trash/e.jpg")) {
            Path file = tree.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, name);
        }
    }

    private List<String> names(Finds finds) {
        return finds.files().stream()
                .map(found -> tree.relativize(found.path()).toString())
                .toList();
    }

    private Finds find(boolean recursive, String... excluded) {
        return Finder.find(List.of(tree), recursive, List.of(excluded));
    }

    @Test
    void picturesOfAFolderInOrder() {
        Finds finds = find(false);
        assertEquals(List.of("a.JPEG", "b.jpg"), names(finds));
        assertEquals(1, finds.others());
        assertEquals(1, finds.folders());
        assertEquals(11, finds.bytes());
    }

    @Test
    void wholeTreesWithoutWhatIsHidden() {
        Finds finds = find(true);
        assertEquals(List.of("a.JPEG", "b.jpg", "sub/c.png", "sub/deep/d.webp"), names(finds));
        assertEquals(0, finds.folders());
    }

    @Test
    void filesAndFoldersAreLeftOutByGlobs() {
        assertEquals(List.of("a.JPEG", "sub/c.png"), names(find(true, "b.*", "deep")));
        assertEquals(List.of("a.JPEG", "b.jpg"), names(find(true, "**/sub")));
        assertEquals(List.of("a.JPEG", "b.jpg", "sub/deep/d.webp"), names(find(true, "sub/*.png")));
    }

    @Test
    void whatIsNamedIsTakenWhateverItsName() {
        List<Path> named = List.of(tree.resolve("notes.txt"), tree.resolve(".hidden.jpg"), tree.resolve(".trash"));
        assertEquals(List.of("notes.txt", ".hidden.jpg", ".trash/e.jpg"), names(Finder.find(named, false, List.of())));
    }

    @Test
    void whatIsNotThereIsAFailure() {
        Finds finds = Finder.find(List.of(tree.resolve("gone.jpg")), false, List.of());
        assertEquals(List.of(), finds.files());
        assertEquals(1, finds.failures().size());
        assertTrue(finds.failures().getFirst().why().contains("no such file"));
    }

    @Test
    void linksAreFollowedAndLoopsAreNot() throws IOException {
        Files.createSymbolicLink(tree.resolve("sub/up"), tree);
        Files.createSymbolicLink(tree.resolve("z.jpg"), tree.resolve("b.jpg"));
        Files.createSymbolicLink(tree.resolve("broken.jpg"), tree.resolve("nowhere"));
        Finds finds = find(true);
        assertEquals(List.of("a.JPEG", "b.jpg", "sub/c.png", "sub/deep/d.webp", "z.jpg"), names(finds));
        assertEquals(
                List.of(tree.resolve("broken.jpg")),
                finds.failures().stream().map(Failed::path).toList());
    }
}
