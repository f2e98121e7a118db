package org.huimages.keeper;

import java.time.Instant;

/// What there is to tell of the cache.
///
/// @param bytes of allocated blocks, folders included
/// @param exact whether bytes and files are known; after a halt they are estimated until all is counted
/// @param counting how much of a count is done, 0 to 1; 1 where none is under way
/// @param counted when all was counted last; the epoch if never
/// @param disk what its file system has left
/// @param floor what is to be left to others
public record CacheReport(
        long bytes,
        long files,
        long maxBytes,
        boolean exact,
        double counting,
        Instant counted,
        DiskSpace disk,
        Floor floor,
        Counters counters) {

    /// @param bytes and
    /// @param inodes that are to be left
    public record Floor(long bytes, long inodes) {}

    /// Since the start.
    ///
    /// @param evicted files that made room for others
    /// @param evictedBytes what they had taken
    /// @param notKept files that were made and sent, but found no room
    public record Counters(long evicted, long evictedBytes, long notKept) {}
}
