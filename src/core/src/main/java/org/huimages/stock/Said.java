package org.huimages.stock;

import java.util.LinkedHashMap;

/// Remembers what was said already, so that a log has it once, and not at each request. Of very much the oldest is
/// forgotten. Thread-safe.
public final class Said {
    private static final int MOST = 10_000;

    private final LinkedHashMap<Object, Boolean> said = new LinkedHashMap<>();

    /// Whether this is to be said now.
    public synchronized boolean first(Object what) {
        boolean first = said.putIfAbsent(what, true) == null;
        if (said.size() > MOST) {
            said.pollFirstEntry();
        }
        return first;
    }
}
