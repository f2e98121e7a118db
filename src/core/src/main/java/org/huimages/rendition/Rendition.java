package org.huimages.rendition;

import java.nio.file.Path;
import org.huimages.file.Leftovers;
import org.huimages.url.ImageFormat;

/// What came of asking for a file.
public sealed interface Rendition {

    /// Nobody waits for it any more.
    default void discard() {
        if (this instanceof Once once) {
            Leftovers.discard(once.file());
        }
    }

    /// The file lies in the cache, complete.
    record Ready() implements Rendition {}

    /// The file is not kept: the picture is not for everybody, or there is no room. It is for this one request,
    /// and is to be [discarded][#discard] once it is sent.
    ///
    /// @param location where it lies in the cache, with `/` between folders
    /// @param hidden whether nobody may keep it for others
    record Once(Path file, String location, RenditionKey key, boolean hidden) implements Rendition {}

    /// It takes too long for somebody to wait for it, and is made behind. The same as a JPEG can be had now.
    record Later() implements Rendition {}

    /// An original is never converted: it is there, but in its true format.
    record OtherFormat(ImageFormat format) implements Rendition {}
}
