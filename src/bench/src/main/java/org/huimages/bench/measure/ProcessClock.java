package org.huimages.bench.measure;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.TimeUnit;

/// The CPU time of a process: all its threads, the ended ones too, in user and in kernel mode.
///
/// It is the kernel's own clock, read from outside, so that every tool is measured by the same one, to the
/// nanosecond. (Java's own `getProcessCpuTime` counts in steps of ten milliseconds.) Linux only.
@SuppressWarnings("restricted") // two functions of the C library
public final class ProcessClock {
    private static final MethodHandle CLOCK_GETCPUCLOCKID = bind("clock_getcpuclockid", ADDRESS);
    private static final MethodHandle CLOCK_GETTIME = bind("clock_gettime", ADDRESS);

    private final int clock;

    /// @param pid a process that runs
    public ProcessClock(long pid) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment id = arena.allocate(JAVA_INT);
            call(CLOCK_GETCPUCLOCKID, Math.toIntExact(pid), id);
            this.clock = id.get(JAVA_INT, 0);
        }
    }

    private static MethodHandle bind(String name, MemoryLayout result) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(JAVA_INT, JAVA_INT, result));
    }

    /// CPU time since the process began.
    public long nanos() {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment timespec = arena.allocate(JAVA_LONG, 2);
            call(CLOCK_GETTIME, clock, timespec);
            return TimeUnit.SECONDS.toNanos(timespec.getAtIndex(JAVA_LONG, 0)) + timespec.getAtIndex(JAVA_LONG, 1);
        }
    }

    private static void call(MethodHandle function, int number, MemorySegment result) {
        int error;
        try {
            error = (int) function.invokeExact(number, result);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
        if (error != 0) {
            throw new IllegalStateException("there is no CPU clock of process or clock " + number);
        }
    }
}
