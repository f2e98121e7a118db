package org.huimages.bench.worker;

import java.nio.file.Path;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;

/// What a worker is asked for.
///
/// @param scaled what to scale the whole picture to
/// @param rendition what to keep of that, from the middle
record Task(Path source, Path target, Size size, Dimensions scaled, Dimensions rendition, int repetitions) {

    /// @param line `source target size scaledWidth scaledHeight left top width height repetitions`, with tabs
    static Task parse(String line) {
        String[] fields = line.split("\t", -1);
        return new Task(
                Path.of(fields[0]),
                Path.of(fields[1]),
                Size.parse(fields[2]).orElseThrow(),
                dimensions(fields[3], fields[4]),
                dimensions(fields[7], fields[8]),
                Integer.parseInt(fields[9]));
    }

    private static Dimensions dimensions(String width, String height) {
        return new Dimensions(Integer.parseInt(width), Integer.parseInt(height));
    }
}
