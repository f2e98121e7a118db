package org.huimages.cli.shell;

import java.util.function.Supplier;

/// What is said to somebody who ends the program before it is done (Ctrl-C).
public final class Farewell implements AutoCloseable {
    private final Thread hook;

    /// @param words are made when they are needed
    public Farewell(Shell shell, Supplier<String> words) {
        hook = new Thread(() -> {
            shell.err().println();
            shell.complain(words.get());
        });
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /// Nothing is to be said any more.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException ending) {
            // it is being said
        }
    }
}
