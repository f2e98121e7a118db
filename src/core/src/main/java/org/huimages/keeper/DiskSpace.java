package org.huimages.keeper;

/// What is left on a file system.
///
/// @param total its bytes; 0 if that is not known
/// @param free bytes that we may still use
/// @param inodes how many files it can have; 0 where that is not limited or not known
/// @param freeInodes how many more that we may make
public record DiskSpace(long total, long free, long inodes, long freeInodes) {
    /// Nothing is known: no floor is in force.
    public static final DiskSpace UNKNOWN = new DiskSpace(0, Long.MAX_VALUE, 0, Long.MAX_VALUE);
}
