package org.huimages.bench.settings;

import java.util.logging.Level;
import java.util.logging.Logger;

/// What huImages logs at each start is no news to who reads a table.
public final class Quiet {
    private static final Logger OURS = Logger.getLogger("org.huimages");

    private Quiet() {}

    public static void please() {
        OURS.setLevel(Level.WARNING);
    }
}
