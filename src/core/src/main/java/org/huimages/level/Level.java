package org.huimages.level;

import java.util.ArrayList;
import java.util.List;
import org.huimages.url.Dimensions;

/// A smaller copy of an original, of which renditions are made in a fraction of the time.
///
/// It is a JPEG that lies as the original does, in the same colours. What would be less than a pixel of it at the
/// right and at the bottom is left out, as decoders of JPEG do that make a picture smaller by themselves.
///
/// Which levels there are, and what is made of them, was found by measurement (README, Benchmarks).
///
/// @param shrink how many pixels of the original, in a row and in a column, became one: 2, 4, 8, 16, 32 or 64
public record Level(int shrink) {
    /// How much smaller a decoder can make a picture by itself, which costs hardly more than to read it.
    private static final int MOST_AT_ONCE = 8;

    /// The longest edge of the two levels is between this and twice as much, in pixels.
    private static final int LARGE = 1900;

    private static final int SMALL = 425;

    /// What is narrower is no photograph.
    private static final int SHORTEST_EDGE = 64;

    /// An original with more pixels to the byte is read quickly, and has no large level, which would save little and
    /// take much.
    private static final int MOST_PIXELS_A_BYTE = 5;

    /// A level that takes a larger part of its original, in percent, is not kept.
    private static final int LARGEST_SHARE = 22;

    /// How much larger than a rendition a level is, at least, so that it does as well as the original.
    private static final double MARGIN = 1.75;

    /// @throws IllegalArgumentException if it is none of these
    public Level {
        if (shrink < 2 || shrink > MOST_AT_ONCE * MOST_AT_ONCE || Integer.bitCount(shrink) != 1) {
            throw new IllegalArgumentException("a level is a half, a fourth, ... of its original, not 1/" + shrink);
        }
    }

    /// Those that an original of this size may have, the largest first; none if it is small. Each can be made of the
    /// one before, and the first of the original, by a decoder alone.
    public static List<Level> of(Dimensions original) {
        return of(original, Long.MAX_VALUE);
    }

    /// Those that an original has.
    ///
    /// @param bytes its length
    public static List<Level> of(Dimensions original, long bytes) {
        List<Level> levels = new ArrayList<>();
        int before = 1;
        for (int edge : bytes < original.pixels() / MOST_PIXELS_A_BYTE ? List.of(SMALL) : List.of(LARGE, SMALL)) {
            int wanted = Math.max(original.width(), original.height()) / edge;
            int shrink = Integer.highestOneBit(Math.clamp(wanted, 1, before * MOST_AT_ONCE));
            if (shrink > before && Math.min(original.width(), original.height()) >= shrink * SHORTEST_EDGE) {
                levels.add(new Level(shrink));
                before = shrink;
            }
        }
        return List.copyOf(levels);
    }

    /// Whether a picture that is scaled to this size can be made of it without harm.
    ///
    /// @param scaled before anything is cut off; lying as the original does
    public boolean isGoodFor(Dimensions scaled, Dimensions original) {
        Dimensions own = dimensions(original);
        return own.width() >= MARGIN * scaled.width() && own.height() >= MARGIN * scaled.height();
    }

    /// How large it is.
    public Dimensions dimensions(Dimensions original) {
        return new Dimensions(original.width() / shrink, original.height() / shrink);
    }

    /// Whether a file of this length is worth its room.
    public static boolean isSmallEnough(long bytes, long originalBytes) {
        return bytes * 100 <= originalBytes * LARGEST_SHARE;
    }
}
