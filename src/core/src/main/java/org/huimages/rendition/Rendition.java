package org.huimages.rendition;

import org.huimages.url.ImageFormat;

/// What came of asking for a file.
public sealed interface Rendition {

    /// The file lies in the cache, complete.
    record Ready() implements Rendition {}

    /// An original is never converted: it is there, but in its true format.
    record OtherFormat(ImageFormat format) implements Rendition {}
}
