package org.huimages.bench.compare;

import java.util.List;

/// A program that makes renditions, as a worker process.
///
/// @param warmUps renditions of a tiny picture before anything is measured: enough for a JIT compiler to be done
record Tool(String name, List<String> command, int warmUps) {
    static final String OURS = "ours";

    /// Ours, from levels.
    static final String LEVEL = "level";

    /// Whether it can make this.
    boolean makes(Cell cell) {
        return !name.equals(LEVEL) || cell.hasLevel();
    }
}
