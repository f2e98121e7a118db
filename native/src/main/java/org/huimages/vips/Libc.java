package org.huimages.vips;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.Optional;

/// What is asked of the C library itself.
@SuppressWarnings("restricted") // binding foreign functions is what this class is for
final class Libc {
    private static final Linker LINKER = Linker.nativeLinker();
    private static final boolean LINUX = "Linux".equals(System.getProperty("os.name"));

    /// `PRIO_PROCESS`, which with 0 means the calling thread, on Linux (setpriority(2), "C library/kernel
    /// differences"). Elsewhere it would be the whole process.
    private static final int PRIO_PROCESS = 0;

    /// More than the structure takes anywhere (112 bytes).
    private static final long STATVFS_BYTES = 256;

    private static final int STATVFS_NUMBERS = 8;
    private static final Optional<MethodHandle> STATVFS = find("statvfs", JAVA_INT, ADDRESS, ADDRESS);

    private Libc() {}

    /// Sets a variable for the libraries of this process; Java does not see it.
    static void setenv(String name, String value) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment key = arena.allocateFrom(name);
            MemorySegment text = arena.allocateFrom(value);
            find("setenv", JAVA_INT, ADDRESS, ADDRESS, JAVA_INT)
                    .ifPresent(setenv -> Native.call(() -> (int) setenv.invokeExact(key, text, 1)));
        }
    }

    /// Has the calling thread stand back behind those with a lower value, where that can be said of one thread.
    ///
    /// @param nice 0 to 19
    static void setNice(int nice) {
        if (LINUX) {
            find("setpriority", JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT)
                    .ifPresent(set -> Native.call(() -> (int) set.invokeExact(PRIO_PROCESS, 0, nice)));
        }
    }

    /// What statvfs(3) tells of where a file lies: its first eight numbers, in the order of the structure, which
    /// is the same for glibc and musl where a long has 64 bits. Empty elsewhere, and where it fails.
    static Optional<long[]> statvfs(String path) {
        if (!LINUX || ADDRESS.byteSize() != Long.BYTES) {
            return Optional.empty();
        }
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(path);
            MemorySegment numbers = arena.allocate(STATVFS_BYTES, Long.BYTES);
            return STATVFS.filter(statvfs -> Native.call(() -> (int) statvfs.invokeExact(name, numbers)) == 0)
                    .map(told ->
                            numbers.asSlice(0, STATVFS_NUMBERS * Long.BYTES).toArray(JAVA_LONG));
        }
    }

    /// Gives freed memory back to the system; glibc alone keeps so much of it that it has a function for that.
    static void trim() {
        find("malloc_trim", JAVA_INT, JAVA_LONG).ifPresent(trim -> Native.call(() -> (int) trim.invokeExact(0L)));
    }

    private static Optional<MethodHandle> find(String name, MemoryLayout result, MemoryLayout... arguments) {
        return LINKER.defaultLookup()
                .find(name)
                .map(function -> LINKER.downcallHandle(function, FunctionDescriptor.of(result, arguments)));
    }
}
