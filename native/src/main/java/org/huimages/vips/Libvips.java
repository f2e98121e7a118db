package org.huimages.vips;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huimages.failure.SetupException;

/// The library, initialised: one for the process, however many applications ask for it.
///
/// Never shut down: libvips cannot be started again in the same process, and another application may use it.
final class Libvips {
    private static final System.Logger LOG = System.getLogger(Libvips.class.getName());
    private static final int MAJOR = 8;
    private static final int MINOR = 13;
    private static final String INITIALISED = "org.huimages.vips: ";
    private static final List<String> TRUSTED_LOADERS = List.of(
            "VipsForeignLoadJpeg",
            "VipsForeignLoadPng",
            "VipsForeignLoadWebp",
            "VipsForeignLoadNsgif",
            "VipsForeignLoadHeif");

    final Functions functions;
    private final String version;
    private final Optional<Path> file;

    private Libvips(Functions functions, String version, Optional<Path> file) {
        this.functions = functions;
        this.version = version;
        this.file = file;
    }

    /// @throws SetupException if there is none, or one too old
    static Libvips open(Optional<Path> setting, Path work) {
        LibvipsSource source = LibvipsSource.find(setting, work);
        Functions functions = new Functions(source);
        Libvips library = new Libvips(functions, version(functions, source), source.file());
        library.initialise(source);
        LOG.log(
                System.Logger.Level.INFO,
                "libvips {0} ({1}), loaders: {2}",
                library.version,
                source.description(),
                TRUSTED_LOADERS);
        return library;
    }

    private static String version(Functions functions, LibvipsSource source) {
        int major = part(functions, 0);
        int minor = part(functions, 1);
        String version = major + "." + minor + "." + part(functions, 2);
        if (major != MAJOR || minor < MINOR) {
            throw new SetupException("libvips " + version + " (" + source.description()
                    + ") is too old; 8.13 or later is needed: install it or unset HUIMAGES_LIBVIPS");
        }
        return version;
    }

    private static int part(Functions functions, int part) {
        return Native.call(() -> (int) functions.vips_version.invokeExact(part));
    }

    /// Once in a process for each library, known by a system property, which all applications of a JVM share: while
    /// loaders are blocked and allowed again the pictures of another application would fail.
    private void initialise(LibvipsSource source) {
        String trusted = TRUSTED_LOADERS.toString();
        System.getProperties().compute(INITIALISED + source.description(), (key, known) -> {
            if (!trusted.equals(known)) {
                initialise();
            }
            return trusted;
        });
    }

    private void initialise() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom("huimages");
            Libc.setenv("VIPS_WARNING", "1"); // or GLib writes twenty lines to stderr for one bad file
            if (Native.call(() -> (int) functions.vips_init.invokeExact(name)) != 0) {
                throw new SetupException("libvips does not start: " + takeErrorText());
            }
            Native.run(() -> {
                functions.vips_concurrency_set.invokeExact(1);
            });
            Native.run(() -> {
                functions.vips_cache_set_max.invokeExact(0);
            });
            trustOnly(arena, TRUSTED_LOADERS);
        }
    }

    private void trustOnly(Arena arena, List<String> loaders) {
        Native.run(() -> {
            functions.vips_block_untrusted_set.invokeExact(1);
        });
        block(arena.allocateFrom("VipsForeignLoad"), 1);
        loaders.forEach(loader -> block(arena.allocateFrom(loader), 0));
    }

    private void block(MemorySegment operation, int blocked) {
        Native.run(() -> {
            functions.vips_operation_block_set.invokeExact(operation, blocked);
        });
    }

    String version() {
        return version;
    }

    Optional<Path> file() {
        return file;
    }

    /// What libvips noted about its last failure, or another thread's: the buffer is one for the process. For the
    /// log only, never for a decision or a caller's eyes.
    String takeErrorText() {
        MemorySegment text = Native.call(() -> (MemorySegment) functions.vips_error_buffer_copy.invokeExact());
        try {
            return Native.text(text).strip();
        } finally {
            Native.run(() -> {
                functions.g_free.invokeExact(text);
            });
        }
    }

    VipsCounters counters() {
        return new VipsCounters(
                Native.call(() -> (long) functions.vips_tracked_get_mem.invokeExact()),
                Native.call(() -> (int) functions.vips_tracked_get_allocs.invokeExact()),
                Native.call(() -> (int) functions.vips_tracked_get_files.invokeExact()));
    }
}
