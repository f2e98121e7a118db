package org.huimages.vips;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import org.huimages.keeper.DiskSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinuxDiskTest {
    private static final double LITTLE = 0.02;

    @TempDir
    Path folder;

    @Test
    void itTellsTheSameAsJava() throws IOException {
        FileStore store = Files.getFileStore(folder);
        DiskSpace space = new LinuxDisk().space(folder);
        assertEquals(store.getTotalSpace(), space.total());
        assertEquals((double) store.getUsableSpace(), (double) space.free(), store.getTotalSpace() * LITTLE);
    }

    @Test
    void itTellsOfInodesWhereThereAreSome() {
        DiskSpace space = new LinuxDisk().space(folder);
        assertTrue(space.freeInodes() > 0);
        assertTrue(space.inodes() == 0 || space.freeInodes() <= space.inodes());
    }

    @Test
    void ofAFolderThatIsNotThereNothingIsKnown() {
        assertEquals(DiskSpace.UNKNOWN, new LinuxDisk().space(folder.resolve("missing")));
    }
}
