package org.huimages.vips;

import java.nio.file.Path;
import org.huimages.keeper.Disk;
import org.huimages.keeper.DiskSpace;
import org.huimages.keeper.StoreDisk;

/// What the C library tells of a file system: its inodes too, which Java does not. Where it does not, what Java
/// knows.
public final class LinuxDisk implements Disk {
    private static final long HARDLY_ANY = 1024 * 1024;
    private static final int FRAGMENT_SIZE = 1;
    private static final int BLOCKS = 2;
    private static final int BLOCKS_FOR_US = 4;
    private static final int INODES = 5;
    private static final int INODES_FOR_US = 7;

    private final Disk otherwise = new StoreDisk();

    @Override
    public DiskSpace space(Path folder) {
        return Libc.statvfs(folder.toString()).map(LinuxDisk::space).orElseGet(() -> otherwise.space(folder));
    }

    /// A file system that makes inodes as it needs them (btrfs) says that it has none.
    private static DiskSpace space(long[] told) {
        long size = told[FRAGMENT_SIZE];
        long inodes = told[INODES];
        return new DiskSpace(
                told[BLOCKS] * size,
                told[BLOCKS_FOR_US] * size,
                inodes,
                inodes == 0 ? Long.MAX_VALUE : told[INODES_FOR_US]);
    }

    /// Whether hardly anything more can be written there.
    boolean isFull(Path folder) {
        DiskSpace space = space(folder);
        return space.free() < HARDLY_ANY || space.freeInodes() == 0;
    }
}
