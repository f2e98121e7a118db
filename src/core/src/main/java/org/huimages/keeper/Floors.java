package org.huimages.keeper;

import java.nio.file.Path;

/// What has to be left to others, and how much is missing to that.
record Floors(Disk disk, Path folder, MinFree minFree) {

    DiskSpace space() {
        return disk.space(folder);
    }

    CacheReport.Floor floor(DiskSpace space) {
        return new CacheReport.Floor(minFree.bytes(space.total()), minFree.inodes(space.inodes()));
    }

    /// What is missing; none if there is enough.
    ///
    /// @param bytes that are about to be taken
    Use missing(long bytes) {
        DiskSpace space = space();
        CacheReport.Floor floor = floor(space);
        return new Use(missing(floor.bytes(), space.free() - bytes), missing(floor.inodes(), space.freeInodes()));
    }

    private static long missing(long floor, long left) {
        return Math.max(0, floor - left);
    }
}
