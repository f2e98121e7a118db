package org.huimages.bench.overload;

import java.nio.file.Path;
import org.huimages.bench.settings.BenchSettings;

/// What the rush is made of.
///
/// @param runs how often
/// @param addresses how many addresses of this machine the cold requests come from
/// @param folder for the server's files
record OverloadSettings(int runs, int addresses, Path folder) {
    /// Large pictures that are asked for at once, none of which has a rendition.
    static final int COLD = 200;

    /// Pictures whose rendition is finished.
    static final int FINISHED = 10;

    static final int MEGAPIXELS = 18;
    static final String SIZE = "240x160";
    static final int HITS_A_SECOND = 100;

    static OverloadSettings read() {
        return new OverloadSettings(
                Integer.getInteger("huimages.bench.runs", 5),
                Integer.getInteger("huimages.bench.addresses", 8),
                BenchSettings.read().work().resolve("overload"));
    }
}
