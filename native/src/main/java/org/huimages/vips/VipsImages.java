package org.huimages.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import org.huimages.header.Orientation;
import org.huimages.pixel.Step;
import org.huimages.pixel.Step.Area;
import org.huimages.url.Dimensions;

/// The operations on pictures, each named for what it does. What they return is a `VipsImage *` that the arena
/// owns.
///
/// A picture is a recipe until it is written or copied: most of the work happens there.
final class VipsImages {
    private static final int SIZE_FORCE = 3;
    private static final int FAIL_ON_NONE = 0;
    private static final int FAIL_ON_TRUNCATED = 1;
    private static final int ACCESS_SEQUENTIAL = 1;
    private static final int EXTEND_COPY = 1;
    private static final int INTERPRETATION_SRGB = 22;
    private static final double WHITE = 255;
    private static final int DIRECTION_HORIZONTAL = 0;
    private static final int COMPRESSION_AV1 = 4;
    private static final int SUBSAMPLE_OFF = 2;

    /// 0 to 9: what a request can wait for.
    private static final int AVIF_EFFORT = 2;

    /// A JPEG with no more pixels gets Huffman tables of its own: the same picture in 5 to 25 % fewer bytes, for a
    /// tenth of a millisecond. Of larger ones it takes more time and less off (README, Benchmarks).
    private static final int SMALL = 100_000;

    private static final MemorySegment END = MemorySegment.NULL;

    private final Functions functions;
    private final Arena arena;

    VipsImages(Functions functions, Arena arena) {
        this.functions = functions;
        this.arena = arena;
    }

    /// Decodes and scales in one go, so that the decoder can leave out what the target does not need. Does not
    /// turn.
    MemorySegment thumbnail(Path file, Dimensions target, boolean strict) throws VipsException {
        MemorySegment name = string(file.toString());
        return make(out -> (int) functions.vips_thumbnail.invokeExact(
                name,
                out,
                target.width(),
                string("height"),
                target.height(),
                string("size"),
                SIZE_FORCE,
                string("no_rotate"),
                1,
                string("fail_on"),
                failOn(strict),
                END));
    }

    /// Scales a picture that is loaded already.
    MemorySegment scale(MemorySegment image, Dimensions target) throws VipsException {
        return make(out -> (int) functions.vips_thumbnail_image.invokeExact(
                image,
                out,
                target.width(),
                string("height"),
                target.height(),
                string("size"),
                SIZE_FORCE,
                string("no_rotate"),
                1,
                END));
    }

    /// Opens a file by whichever trusted loader knows it, to be read from top to bottom.
    MemorySegment load(Path file, boolean strict) throws VipsException {
        MemorySegment name = string(file.toString());
        return own(Native.call(() -> (MemorySegment) functions.vips_image_new_from_file.invokeExact(
                name, string("access"), ACCESS_SEQUENTIAL, string("fail_on"), failOn(strict), END)));
    }

    /// Opens a JPEG file, made smaller by its decoder. What would be less than a pixel at the right and at
    /// the bottom is left out. The file is opened for that alone, not for each loader to see whether it is its own.
    ///
    /// @param shrink 1, 2, 4 or 8
    MemorySegment loadJpeg(Path file, int shrink, boolean strict) throws VipsException {
        MemorySegment name = string(file.toString());
        return make(out -> (int) functions.vips_jpegload.invokeExact(
                name,
                out,
                string("access"),
                ACCESS_SEQUENTIAL,
                string("fail_on"),
                failOn(strict),
                string("shrink"),
                shrink,
                END));
    }

    /// Opens a WebP file, made smaller by its decoder, which takes the mean of the pixels that become one.
    MemorySegment loadWebp(Path file, int shrink, boolean strict) throws VipsException {
        MemorySegment name = string(file.toString());
        return own(Native.call(() -> (MemorySegment) functions.vips_image_new_from_webp.invokeExact(
                name,
                string("access"),
                ACCESS_SEQUENTIAL,
                string("fail_on"),
                failOn(strict),
                string("scale"),
                1.0 / shrink,
                END)));
    }

    /// Which loader will be asked to open a file, by its class in libvips; empty if none knows it.
    String loader(Path file) {
        MemorySegment name = string(file.toString());
        return Native.text(Native.call(() -> (MemorySegment) functions.vips_foreign_find_load.invokeExact(name)));
    }

    /// The picture with its last column and row repeated up to these dimensions; itself if it has them.
    MemorySegment extend(MemorySegment image, Dimensions to) throws VipsException {
        if (dimensions(image).equals(to)) {
            return image;
        }
        return make(out -> (int) functions.vips_embed.invokeExact(
                image, out, 0, 0, to.width(), to.height(), string("extend"), EXTEND_COPY, END));
    }

    Dimensions dimensions(MemorySegment image) {
        return new Dimensions(
                Native.call(() -> (int) functions.vips_image_get_width.invokeExact(image)),
                Native.call(() -> (int) functions.vips_image_get_height.invokeExact(image)));
    }

    /// That part of the picture; itself if that is all.
    MemorySegment cut(MemorySegment image, Area area) throws VipsException {
        if (area.equals(Area.of(dimensions(image)))) {
            return image;
        }
        return make(out -> (int) functions.vips_extract_area.invokeExact(
                image, out, area.left(), area.top(), area.width(), area.height(), END));
    }

    MemorySegment turn(MemorySegment image, Orientation orientation) throws VipsException {
        MemorySegment turned =
                make(out -> (int) functions.vips_rot.invokeExact(image, out, orientation.quarterTurns(), END));
        return orientation.mirrored()
                ? make(out -> (int) functions.vips_flip.invokeExact(turned, out, DIRECTION_HORIZONTAL, END))
                : turned;
    }

    /// Does the work so far and holds its result, for what needs the pixels in another order than they are
    /// decoded.
    MemorySegment copyToMemory(MemorySegment image) throws VipsException {
        return own(Native.call(() -> (MemorySegment) functions.vips_image_copy_memory.invokeExact(image)));
    }

    /// Before anything is done by the embedded profile.
    void checkProfile(MemorySegment image) throws VipsException {
        if (!new ProfileTables(new Metadata(functions, image).profile()).fit()) {
            throw new VipsException("the colour profile claims larger tables than it has");
        }
    }

    /// By the embedded profile, or the usual one where four inks come without.
    MemorySegment profileToSrgb(MemorySegment image) throws VipsException {
        return make(out ->
                (int) functions.vips_icc_transform.invokeExact(image, out, string("srgb"), string("embedded"), 1, END));
    }

    /// Without a profile: eight bits a channel, three channels and perhaps alpha.
    MemorySegment toSrgb(MemorySegment image) throws VipsException {
        return make(out -> (int) functions.vips_colourspace.invokeExact(image, out, INTERPRETATION_SRGB, END));
    }

    MemorySegment flattenOnWhite(MemorySegment image) throws VipsException {
        MemorySegment white = Native.call(() -> (MemorySegment) functions.vips_array_double_newv.invokeExact(1, WHITE));
        try {
            return make(out -> (int) functions.vips_flatten.invokeExact(image, out, string("background"), white, END));
        } finally {
            Native.run(() -> {
                functions.vips_area_unref.invokeExact(white);
            });
        }
    }

    MemorySegment copy(MemorySegment image) throws VipsException {
        return make(out -> (int) functions.vips_copy.invokeExact(image, out, END));
    }

    /// @param strip whether to leave out all metadata, which is what every format calls it
    void save(MemorySegment image, Path file, Step.Encode encode, boolean strip) throws VipsException {
        MemorySegment name = string(file.toString());
        int quality = encode.quality();
        int bare = strip ? 1 : 0;
        int ownTables = dimensions(image).pixels() <= SMALL ? 1 : 0;
        check(Native.call(() -> switch (encode.format()) {
            case JPEG ->
                (int) functions.vips_jpegsave.invokeExact(
                        image,
                        name,
                        string("Q"),
                        quality,
                        string("strip"),
                        bare,
                        string("optimize_coding"),
                        ownTables,
                        END);
            case WEBP ->
                (int) functions.vips_webpsave.invokeExact(
                        image, name, string("Q"), quality, string("strip"), bare, END);
            case PNG -> (int) functions.vips_pngsave.invokeExact(image, name, string("strip"), bare, END);
            case AVIF ->
                (int) functions.vips_heifsave.invokeExact(
                        image,
                        name,
                        string("Q"),
                        quality,
                        string("compression"),
                        COMPRESSION_AV1,
                        string("effort"),
                        AVIF_EFFORT,
                        string("strip"),
                        bare,
                        END);
            case GIF, HEIC, TIFF, BMP, OTHER -> throw new IllegalArgumentException("no encoder for " + encode.format());
        }));
    }

    /// As a JPEG with all the metadata that there is, and as many colours as pixels.
    void saveLevel(MemorySegment image, Path file, int quality) throws VipsException {
        MemorySegment name = string(file.toString());
        check(Native.call(() -> (int) functions.vips_jpegsave.invokeExact(
                image, name, string("Q"), quality, string("strip"), 0, string("subsample_mode"), SUBSAMPLE_OFF, END)));
    }

    private static int failOn(boolean strict) {
        return strict ? FAIL_ON_TRUNCATED : FAIL_ON_NONE;
    }

    private MemorySegment string(String text) {
        return arena.allocateFrom(text);
    }

    private MemorySegment make(Operation operation) throws VipsException {
        MemorySegment out = arena.allocate(ADDRESS);
        check(Native.call(() -> operation.call(out)));
        return own(out.get(ADDRESS, 0));
    }

    @SuppressWarnings("restricted") // the pointer gets its owner and its end here
    private MemorySegment own(MemorySegment image) throws VipsException {
        if (image.equals(MemorySegment.NULL)) {
            throw new VipsException("a libvips operation failed");
        }
        return image.reinterpret(arena, this::unref);
    }

    private void unref(MemorySegment image) {
        Native.run(() -> {
            functions.g_object_unref.invokeExact(image);
        });
    }

    private static void check(int returnCode) throws VipsException {
        if (returnCode != 0) {
            throw new VipsException("a libvips operation failed");
        }
    }

    @FunctionalInterface
    private interface Operation {
        int call(MemorySegment out) throws Throwable;
    }

    /// An operation failed. Why is not known: the error text is one for all threads.
    static final class VipsException extends Exception {
        private static final long serialVersionUID = 1;

        VipsException(String message) {
            super(message, null, false, false);
        }
    }
}
