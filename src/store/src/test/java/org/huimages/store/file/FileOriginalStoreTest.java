package org.huimages.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huimages.original.OriginalStore;
import org.huimages.testkit.OriginalStoreContract;
import org.huimages.testkit.Samples;
import org.huimages.url.ImageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileOriginalStoreTest extends OriginalStoreContract {
    private static final ImageId ID = Samples.id(1);

    /// On Linux another file system than that of temporary files, nearly always.
    private static final Path ELSEWHERE = Path.of("/dev/shm");

    @TempDir
    Path folder;

    @Override
    protected OriginalStore open() throws IOException {
        return FileOriginalStore.open(folder);
    }

    @Test
    void anOriginalIsAFileNamedByItsId() throws IOException {
        FileOriginalStore.open(folder).put(ID, picture());
        Path expected = folder.resolve(ID.text().substring(0, 2)).resolve(ID.text());
        assertEquals(Set.of(expected), filesInFolder());
        assertEquals("picture", Files.readString(expected));
    }

    @Test
    void anOriginalIsReadOnly() throws IOException {
        FileOriginalStore.open(folder).put(ID, picture());
        Set<PosixFilePermission> permissions =
                Files.getPosixFilePermissions(filesInFolder().iterator().next());
        assertTrue(permissions.contains(PosixFilePermission.OWNER_READ));
        assertTrue(
                permissions.stream().noneMatch(permission -> permission.name().endsWith("WRITE")));
    }

    @Test
    void aReadOnlyFileCanBePut() throws IOException {
        Path picture = picture();
        assertTrue(picture.toFile().setReadOnly());
        assertTrue(FileOriginalStore.open(folder).put(ID, picture));
    }

    @Test
    void originalsAreThereAfterReopening() throws IOException {
        FileOriginalStore.open(folder).put(ID, picture());
        assertEquals(Set.of(ID), listed(FileOriginalStore.open(folder)));
    }

    @Test
    void whatACrashLeftIsSweptAtTheNextStart() throws IOException {
        FileOriginalStore.open(folder).put(ID, picture());
        Files.writeString(folder.resolve(".tmp-0815"), "half a pict");
        FileOriginalStore reopened = FileOriginalStore.open(folder);
        assertEquals(1, filesInFolder().size());
        assertEquals(Set.of(ID), listed(reopened));
    }

    @Test
    void aPutLeavesNothingUnfinished() throws IOException {
        FileOriginalStore store = FileOriginalStore.open(folder);
        Path picture = picture();
        store.put(ID, picture);
        store.put(ID, picture);
        assertEquals(1, filesInFolder().size());
    }

    @Test
    void bytesAreNotCopiedWhereALinkWillDo() throws IOException {
        FileOriginalStore store = FileOriginalStore.open(folder);
        Path picture = picture();
        store.put(ID, picture);
        Path fetched = files.resolve("fetched");
        store.fetch(ID, fetched);
        assertTrue(Files.isSameFile(picture, fetched));
    }

    @Test
    void whereLinksAreNotPossibleBytesAreCopied() throws IOException {
        assumeOtherFileSystem();
        FileOriginalStore store = FileOriginalStore.open(folder);
        Path there = Files.createTempDirectory(ELSEWHERE, "huimages");
        Path fetched = there.resolve("fetched");
        try {
            store.put(ID, Files.writeString(there.resolve("picture"), "from elsewhere"));
            assertTrue(store.fetch(ID, fetched));
            assertEquals("from elsewhere", Files.readString(fetched));
            assertFalse(store.fetch(Samples.id(2), there.resolve("missing")));
        } finally {
            Files.deleteIfExists(fetched);
            Files.delete(there.resolve("picture"));
            Files.delete(there);
        }
        assertEquals(1, filesInFolder().size());
    }

    private void assumeOtherFileSystem() throws IOException {
        assumeTrue(Files.isWritable(ELSEWHERE), "there is no " + ELSEWHERE);
        assumeFalse(Files.getFileStore(ELSEWHERE).equals(Files.getFileStore(folder)), "one file system for all");
    }

    @Test
    void foreignFilesArePassedOver() throws IOException {
        FileOriginalStore store = FileOriginalStore.open(folder);
        store.put(ID, picture());
        Path shard = folder.resolve(ID.text().substring(0, 2));
        Files.writeString(folder.resolve("README"), "x");
        Files.writeString(folder.resolve(Samples.id(2).text()), "not in a folder");
        Files.writeString(shard.resolve("Thumbs.db"), "x");
        Files.writeString(shard.resolve(ID.text() + ".bak"), "x");
        Files.createDirectory(folder.resolve("lost+found"));
        assertEquals(Set.of(ID), listed(store));
    }

    @Test
    void whatCannotBeFetchedIsNotListed() throws IOException {
        FileOriginalStore store = FileOriginalStore.open(folder);
        ImageId folderLikeAPicture = Samples.id(2);
        ImageId inTheWrongFolder = Samples.id(3);
        Files.createDirectories(shard(folderLikeAPicture).resolve(folderLikeAPicture.text()));
        Files.writeString(shard(folderLikeAPicture).resolve(inTheWrongFolder.text()), "x");
        assertEquals(Set.of(), listed(store));
    }

    private Path shard(ImageId id) {
        return folder.resolve(id.text().substring(0, 2));
    }

    private Path picture() throws IOException {
        return Files.writeString(files.resolve("picture"), "picture");
    }

    private Set<Path> filesInFolder() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    private static Set<ImageId> listed(OriginalStore store) throws IOException {
        try (Stream<ImageId> all = store.list()) {
            return all.collect(Collectors.toSet());
        }
    }
}
