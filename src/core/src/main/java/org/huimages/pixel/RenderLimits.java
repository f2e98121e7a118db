package org.huimages.pixel;

import java.time.Duration;

/// How much a [RenderPool] takes on.
///
/// @param threads pictures worked on at once, at most
/// @param timeout for one render, waiting included
/// @param memory that the pictures worked on at once may take together, estimated, in bytes; one that needs more
///     is made alone
/// @param queue renders that may wait
/// @param share renders that may wait for one client even where little is free
public record RenderLimits(int threads, Duration timeout, long memory, int queue, int share) {
    /// What a server of two cores and half a gigabyte stands.
    public static final long MEMORY = 256L << 20;

    private static final int QUEUE = 256;
    private static final int SHARE = 32;

    /// @throws IllegalArgumentException if one of them is not positive
    public RenderLimits {
        if (threads < 1 || !timeout.isPositive() || memory < 1 || queue < 1 || share < 1) {
            throw new IllegalArgumentException("limits are positive, not " + threads + " threads, " + timeout + ", "
                    + memory + " bytes, a queue of " + queue + " with a share of " + share);
        }
    }

    /// With the usual queue of 256, of which one client gets 32 at least.
    public static RenderLimits of(int threads, Duration timeout, long memory) {
        return new RenderLimits(threads, timeout, memory, QUEUE, SHARE);
    }
}
