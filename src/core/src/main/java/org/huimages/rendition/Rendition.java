package org.huimages.rendition;

import java.nio.file.Path;
import org.huimages.url.ImageFormat;

/// What came of asking for a file.
public sealed interface Rendition {

    /// The file lies in the cache, complete.
    record Ready() implements Rendition {}

    /// The file is for this viewer alone, and is to be [discarded][org.huimages.file.Leftovers#discard] once it is
    /// sent.
    ///
    /// @param location where it lies in the cache, with `/` between folders
    record Once(Path file, String location, ImageFormat format) implements Rendition {}

    /// An original is never converted: it is there, but in its true format.
    record OtherFormat(ImageFormat format) implements Rendition {}
}
