package org.huimages.store.s3;

import java.nio.file.Path;
import java.util.Map;
import org.huimages.failure.FailureException;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;

/// What is written beside an original for other programs.
///
/// @param metadata `width` and `height` of the upright picture, in pixels
record ObjectFacts(String contentType, Map<String, String> metadata) {
    private static final ObjectFacts UNKNOWN = new ObjectFacts("application/octet-stream", Map.of());

    /// By the header of the file. (An original may be anything that an older program took in.)
    static ObjectFacts of(Path file) {
        try {
            ImageHeader header = HeaderProbe.probe(file);
            return new ObjectFacts(
                    header.format().mediaType(),
                    Map.of(
                            "width", Integer.toString(header.upright().width()),
                            "height", Integer.toString(header.upright().height())));
        } catch (FailureException noPictureOfOurs) {
            return UNKNOWN;
        }
    }
}
