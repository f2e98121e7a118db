package org.huimages.vips;

import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.huimages.pixel.Step;
import org.huimages.pixel.Step.Area;
import org.huimages.url.Dimensions;
import org.huimages.vips.VipsImages.VipsException;

/// Scales a picture on its way out of the file: the decoder makes it smaller as far as that does no harm, a
/// good filter does the rest.
///
/// Not left to `vips_thumbnail` for two formats. With JPEG it takes what the decoder leaves out, up to seven
/// columns and rows, for the whole picture; with WebP it leaves all to the decoder, which is no better than
/// bilinear.
final class FileScaler {
    private static final String WEBP = "VipsForeignLoadWebp";

    /// What is left to the filter: with less, the coarse pixels of the decoder would show.
    private static final int LEFT_OVER = 2;

    private static final int MOST_OF_JPEG = 8;

    private final Functions functions;
    private final VipsImages images;
    private final Path file;
    private final boolean strict;

    FileScaler(Functions functions, VipsImages images, Path file, boolean strict) {
        this.functions = functions;
        this.images = images;
        this.file = file;
        this.strict = strict;
    }

    MemorySegment scale(Dimensions target) throws VipsException {
        return images.loader(file).startsWith(WEBP) ? webp(target) : images.thumbnail(file, target, strict);
    }

    private MemorySegment webp(Dimensions target) throws VipsException {
        MemorySegment whole = images.load(file, strict);
        int shrink = spare(images.dimensions(whole), target);
        return images.scale(shrink == 1 ? whole : images.loadWebp(file, shrink, strict), target);
    }

    /// What is broken off at the edges is worked out at once for the decoder and for who made the file smaller before.
    MemorySegment scale(Step.ScaleJpeg jpeg) throws VipsException {
        int shrink = Integer.highestOneBit(Math.min(MOST_OF_JPEG, spare(jpeg.stored(), jpeg.target())));
        MemorySegment loaded = images.loadJpeg(file, shrink, strict);
        // every operation that follows copies what the picture carries, which of a telephone's is dozens of fields
        MemorySegment light = new Metadata(functions, loaded).withProfileAndCopyright(images);
        int whole = jpeg.shrink() * shrink;
        return whole == 1 ? images.scale(light, jpeg.target()) : rest(light, jpeg.target(), jpeg.covered(), whole);
    }

    /// What the decoder has left to do.
    private MemorySegment rest(MemorySegment shrunk, Dimensions target, Dimensions covered, int shrink)
            throws VipsException {
        Edge across = Edge.of(covered.width(), shrink, target.width());
        Edge down = Edge.of(covered.height(), shrink, target.height());
        MemorySegment extended = images.extend(shrunk, new Dimensions(across.from, down.from));
        MemorySegment scaled = images.scale(extended, new Dimensions(across.to, down.to));
        return images.cut(scaled, Area.of(target));
    }

    /// How many pixels in a row, and in a column, the decoder may make into one.
    private static int spare(Dimensions size, Dimensions target) {
        int factor = Math.min(size.width() / target.width(), size.height() / target.height());
        return Math.max(1, factor / LEFT_OVER);
    }

    /// How to scale one edge by the right factor though the decoder of JPEG left a broken pixel out: extended
    /// to what is nearly a whole number of target pixels, some more than asked for, which are cut off in the
    /// end.
    ///
    /// @param from how long the edge is made before it is scaled
    /// @param to what that becomes
    record Edge(int from, int to) {
        private static final int MOST_SURPLUS = 32;

        static Edge of(int whole, int shrink, int target) {
            long unit = (long) target * shrink;
            int best = target;
            for (int to = target + 1; to <= target + MOST_SURPLUS; to++) {
                best = brokenPart((long) to * whole, unit) < brokenPart((long) best * whole, unit) ? to : best;
            }
            return new Edge((int) (((long) best * whole + unit / 2) / unit), best);
        }

        /// How far it is to the nearest whole number of units.
        private static long brokenPart(long length, long unit) {
            return Math.min(length % unit, unit - length % unit);
        }
    }
}
