package org.huimages.keeper;

/// What the cache may take.
///
/// @param maxBytes of allocated blocks, folders included
/// @param minFree what is left to others on its disk
public record KeeperLimits(long maxBytes, MinFree minFree) {
    /// Whatever there is.
    public static final KeeperLimits NONE = new KeeperLimits(Long.MAX_VALUE, new MinFree.Bytes(0));

    private static final int PERCENT = 100;
    private static final int HIGH = 96;
    private static final int LOW = 94;

    public KeeperLimits {
        if (maxBytes < 1) {
            throw new IllegalArgumentException("maxBytes " + maxBytes);
        }
    }

    /// Above this the keeper begins to make room.
    long high() {
        return maxBytes / PERCENT * HIGH;
    }

    /// Below this he stops.
    long low() {
        return maxBytes / PERCENT * LOW;
    }
}
