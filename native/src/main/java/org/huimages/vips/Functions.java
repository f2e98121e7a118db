package org.huimages.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.stream.Stream;
import org.huimages.failure.SetupException;

/// The C functions that are called, under their C names, and nothing more of C.
///
/// A variadic function is bound once for each list of options that is passed: name and value in turn, at last
/// `NULL`.
@SuppressWarnings("restricted") // binding foreign functions is what this class is for
final class Functions {
    private static final Linker LINKER = Linker.nativeLinker();

    private final SymbolLookup library;
    private final String source;

    final MethodHandle vips_init;
    final MethodHandle vips_version;
    final MethodHandle vips_concurrency_set;
    final MethodHandle vips_cache_set_max;
    final MethodHandle vips_block_untrusted_set;
    final MethodHandle vips_operation_block_set;
    final MethodHandle vips_thread_shutdown;
    final MethodHandle vips_error_buffer_copy;
    final MethodHandle vips_tracked_get_mem;
    final MethodHandle vips_tracked_get_allocs;
    final MethodHandle vips_tracked_get_files;
    final MethodHandle vips_image_set_kill;
    final MethodHandle vips_image_copy_memory;
    final MethodHandle g_object_unref;
    final MethodHandle g_free;

    /// `height`, `size`, `no_rotate`, `fail_on`.
    final MethodHandle vips_thumbnail;

    /// `height`, `size`, `no_rotate`.
    final MethodHandle vips_thumbnail_image;

    /// `access`, `fail_on`.
    final MethodHandle vips_image_new_from_file;

    /// `access`, `fail_on`, `shrink`.
    final MethodHandle vips_jpegload;

    /// `vips_image_new_from_file` with `access`, `fail_on` and `scale`, a double, which only the loader of WebP knows.
    final MethodHandle vips_image_new_from_webp;

    final MethodHandle vips_foreign_find_load;

    final MethodHandle vips_image_get_width;
    final MethodHandle vips_image_get_height;
    final MethodHandle vips_image_get_typeof;
    final MethodHandle vips_image_get_blob;
    final MethodHandle vips_image_get_fields;
    final MethodHandle vips_image_remove;
    final MethodHandle g_strfreev;
    final MethodHandle vips_copy;
    final MethodHandle vips_colourspace;

    /// `background`, which is a pointer.
    final MethodHandle vips_flatten;

    final MethodHandle vips_array_double_newv;
    final MethodHandle vips_area_unref;

    final MethodHandle vips_extract_area;

    /// `extend`.
    final MethodHandle vips_embed;

    final MethodHandle vips_rot;
    final MethodHandle vips_flip;

    /// `embedded`.
    final MethodHandle vips_icc_transform;

    /// `Q`, `strip`, and `optimize_coding` or `subsample_mode`.
    final MethodHandle vips_jpegsave;

    /// `Q`, `strip`.
    final MethodHandle vips_webpsave;

    /// `strip`.
    final MethodHandle vips_pngsave;

    /// `Q`, `compression`, `effort`, `strip`.
    final MethodHandle vips_heifsave;

    Functions(LibvipsSource source) {
        this.library = source.symbols();
        this.source = source.description();
        vips_init = bind("vips_init", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        vips_version = bind("vips_version", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
        vips_concurrency_set = bind("vips_concurrency_set", FunctionDescriptor.ofVoid(JAVA_INT));
        vips_cache_set_max = bind("vips_cache_set_max", FunctionDescriptor.ofVoid(JAVA_INT));
        vips_block_untrusted_set = bind("vips_block_untrusted_set", FunctionDescriptor.ofVoid(JAVA_INT));
        vips_operation_block_set = bind("vips_operation_block_set", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        vips_thread_shutdown = bind("vips_thread_shutdown", FunctionDescriptor.ofVoid());
        vips_error_buffer_copy = bind("vips_error_buffer_copy", FunctionDescriptor.of(ADDRESS));
        vips_tracked_get_mem = bind("vips_tracked_get_mem", FunctionDescriptor.of(JAVA_LONG));
        vips_tracked_get_allocs = bind("vips_tracked_get_allocs", FunctionDescriptor.of(JAVA_INT));
        vips_tracked_get_files = bind("vips_tracked_get_files", FunctionDescriptor.of(JAVA_INT));
        vips_image_set_kill = bind("vips_image_set_kill", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        vips_image_copy_memory = bind("vips_image_copy_memory", FunctionDescriptor.of(ADDRESS, ADDRESS));
        g_object_unref = bind("g_object_unref", FunctionDescriptor.ofVoid(ADDRESS));
        g_free = bind("g_free", FunctionDescriptor.ofVoid(ADDRESS));
        vips_thumbnail = variadic("vips_thumbnail", 4, ADDRESS, ADDRESS, JAVA_INT);
        vips_thumbnail_image = variadic("vips_thumbnail_image", 3, ADDRESS, ADDRESS, JAVA_INT);
        vips_image_new_from_file = loading();
        vips_jpegload = variadic("vips_jpegload", 3, ADDRESS, ADDRESS);
        vips_image_new_from_webp = loading(ADDRESS, JAVA_DOUBLE);
        vips_foreign_find_load = bind("vips_foreign_find_load", FunctionDescriptor.of(ADDRESS, ADDRESS));
        vips_image_get_width = bind("vips_image_get_width", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        vips_image_get_height = bind("vips_image_get_height", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        vips_image_get_typeof = bind("vips_image_get_typeof", FunctionDescriptor.of(JAVA_LONG, ADDRESS, ADDRESS));
        vips_image_get_blob =
                bind("vips_image_get_blob", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        vips_image_get_fields = bind("vips_image_get_fields", FunctionDescriptor.of(ADDRESS, ADDRESS));
        vips_image_remove = bind("vips_image_remove", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS));
        g_strfreev = bind("g_strfreev", FunctionDescriptor.ofVoid(ADDRESS));
        vips_copy = variadic("vips_copy", 0, ADDRESS, ADDRESS);
        vips_colourspace = variadic("vips_colourspace", 0, ADDRESS, ADDRESS, JAVA_INT);
        vips_flatten = bind(
                "vips_flatten",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                Linker.Option.firstVariadicArg(2));
        vips_array_double_newv = bind(
                "vips_array_double_newv",
                FunctionDescriptor.of(ADDRESS, JAVA_INT, JAVA_DOUBLE),
                Linker.Option.firstVariadicArg(1));
        vips_area_unref = bind("vips_area_unref", FunctionDescriptor.ofVoid(ADDRESS));
        vips_extract_area = variadic("vips_extract_area", 0, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        vips_embed = variadic("vips_embed", 1, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT);
        vips_rot = variadic("vips_rot", 0, ADDRESS, ADDRESS, JAVA_INT);
        vips_flip = variadic("vips_flip", 0, ADDRESS, ADDRESS, JAVA_INT);
        vips_icc_transform = variadic("vips_icc_transform", 1, ADDRESS, ADDRESS, ADDRESS);
        vips_jpegsave = variadic("vips_jpegsave", 3, ADDRESS, ADDRESS);
        vips_webpsave = variadic("vips_webpsave", 2, ADDRESS, ADDRESS);
        vips_pngsave = variadic("vips_pngsave", 1, ADDRESS, ADDRESS);
        vips_heifsave = variadic("vips_heifsave", 4, ADDRESS, ADDRESS);
    }

    /// @param options how many pairs of a name and an int follow
    private MethodHandle variadic(String name, int options, MemoryLayout... fixed) {
        Stream<MemoryLayout> pairs = Stream.generate(() -> Stream.<MemoryLayout>of(ADDRESS, JAVA_INT))
                .limit(options)
                .flatMap(pair -> pair);
        MemoryLayout[] arguments = Stream.of(Stream.of(fixed), pairs, Stream.<MemoryLayout>of(ADDRESS))
                .flatMap(part -> part)
                .toArray(MemoryLayout[]::new);
        return bind(name, FunctionDescriptor.of(JAVA_INT, arguments), Linker.Option.firstVariadicArg(fixed.length));
    }

    /// Opens a file with `access` and `fail_on`, and perhaps a further option.
    private MethodHandle loading(MemoryLayout... further) {
        MemoryLayout[] arguments = Stream.of(
                        Stream.<MemoryLayout>of(ADDRESS, ADDRESS, JAVA_INT, ADDRESS, JAVA_INT),
                        Stream.of(further),
                        Stream.<MemoryLayout>of(ADDRESS))
                .flatMap(part -> part)
                .toArray(MemoryLayout[]::new);
        return bind(
                "vips_image_new_from_file",
                FunctionDescriptor.of(ADDRESS, arguments),
                Linker.Option.firstVariadicArg(1));
    }

    private MethodHandle bind(String name, FunctionDescriptor descriptor, Linker.Option... options) {
        return LINKER.downcallHandle(
                library.find(name)
                        .orElseThrow(
                                () -> new SetupException(
                                        source + " has no function " + name
                                                + ": it is no libvips, or one before 8.13; install a later one or unset HUIMAGES_LIBVIPS")),
                descriptor,
                options);
    }
}
