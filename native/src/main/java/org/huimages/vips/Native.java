package org.huimages.vips;

import java.lang.foreign.MemorySegment;

/// Calls through method handles, which declare `Throwable` but throw nothing that C code could cause.
final class Native {
    private Native() {}

    static <T> T call(Call<T> call) {
        try {
            return call.call();
        } catch (RuntimeException | Error unchanged) {
            throw unchanged;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void run(Action action) {
        call(() -> {
            action.run();
            return Boolean.TRUE;
        });
    }

    /// The text at a pointer, which C says ends with NUL.
    @SuppressWarnings("restricted") // C strings have no length of their own
    static String text(MemorySegment pointer) {
        return pointer.equals(MemorySegment.NULL)
                ? ""
                : pointer.reinterpret(Long.MAX_VALUE).getString(0);
    }

    @FunctionalInterface
    interface Call<T> {
        T call() throws Throwable;
    }

    @FunctionalInterface
    interface Action {
        void run() throws Throwable;
    }
}
