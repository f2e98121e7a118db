package org.huimages.store.h2;

import java.lang.invoke.MethodHandles;
import org.h2.command.Parser;

/// The classes of H2 that take longest to load.
public final class H2Classes {
    private H2Classes() {}

    /// Loads H2's parser, and with it most of what it makes: for another thread than that which opens the catalog and
    /// does not need them until it has read its file.
    ///
    /// @return what was loaded first
    public static Class<?> load() {
        try {
            return MethodHandles.lookup().ensureInitialized(Parser.class);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
