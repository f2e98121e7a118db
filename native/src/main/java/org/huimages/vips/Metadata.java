package org.huimages.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.huimages.vips.VipsImages.VipsException;

/// What a picture carries beside its pixels. Of all that, the notice of copyright goes into a rendition; where it
/// was taken, by what and by whom does not.
final class Metadata {
    private static final String COPYRIGHT = "exif-ifd0-Copyright";
    private static final String PROFILE = "icc-profile-data";

    private final Functions functions;
    private final MemorySegment image;

    Metadata(Functions functions, MemorySegment image) {
        this.functions = functions;
        this.image = image;
    }

    boolean hasCopyright() {
        try (Arena arena = Arena.ofConfined()) {
            return has(arena.allocateFrom(COPYRIGHT));
        }
    }

    private boolean has(MemorySegment name) {
        return Native.call(() -> (long) functions.vips_image_get_typeof.invokeExact(image, name)) != 0;
    }

    /// The embedded colour profile, empty if there is none. It lives as long as the picture.
    ByteBuffer profile() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(PROFILE);
            return has(name) ? blob(arena, name) : ByteBuffer.allocate(0);
        }
    }

    @SuppressWarnings("restricted") // its length is told beside it
    private ByteBuffer blob(Arena arena, MemorySegment name) {
        MemorySegment data = arena.allocate(ADDRESS);
        MemorySegment length = arena.allocate(JAVA_LONG);
        int failed = Native.call(() -> (int) functions.vips_image_get_blob.invokeExact(image, name, data, length));
        return failed != 0
                ? ByteBuffer.allocate(0)
                : data.get(ADDRESS, 0).reinterpret(length.get(JAVA_LONG, 0)).asByteBuffer();
    }

    /// The same picture, carrying its copyright alone.
    MemorySegment withNothingElse(VipsImages images) throws VipsException {
        return with(images, COPYRIGHT::equals);
    }

    /// The same picture, carrying what decides about its renditions.
    MemorySegment withProfileAndCopyright(VipsImages images) throws VipsException {
        return with(images, field -> field.equals(COPYRIGHT) || field.equals(PROFILE));
    }

    private MemorySegment with(VipsImages images, Predicate<String> kept) throws VipsException {
        MemorySegment copy = images.copy(image);
        MemorySegment names = Native.call(() -> (MemorySegment) functions.vips_image_get_fields.invokeExact(image));
        try {
            removeFrom(copy, names, kept);
        } finally {
            Native.run(() -> {
                functions.g_strfreev.invokeExact(names);
            });
        }
        return copy;
    }

    /// By the very bytes of each name: those that come from a file need not be text. Fields that describe the pixels
    /// cannot be removed, and are not listed.
    private void removeFrom(MemorySegment copy, MemorySegment names, Predicate<String> kept) {
        for (MemorySegment name : pointers(names)) {
            String field = Native.text(name);
            if (!kept.test(field) && isMetadata(field)) {
                Native.call(() -> (int) functions.vips_image_remove.invokeExact(copy, name));
            }
        }
    }

    private static boolean isMetadata(String field) {
        return field.startsWith("exif-")
                || field.endsWith("-data")
                || field.startsWith("png-comment-")
                || field.equals("orientation");
    }

    /// Those of a C array that ends with `NULL`.
    @SuppressWarnings("restricted") // it has no length of its own
    private static List<MemorySegment> pointers(MemorySegment array) {
        MemorySegment endless = array.reinterpret(Long.MAX_VALUE);
        List<MemorySegment> pointers = new ArrayList<>();
        MemorySegment pointer = endless.getAtIndex(ADDRESS, 0);
        while (!pointer.equals(MemorySegment.NULL)) {
            pointers.add(pointer);
            pointer = endless.getAtIndex(ADDRESS, pointers.size());
        }
        return pointers;
    }
}
