package org.huimages.pixel;

import org.huimages.url.ImageFormat;

/// Where pictures are made: what takes milliseconds never waits behind what takes seconds.
///
/// @param quick for everything but AVIF
/// @param slow for AVIF, whose encoder cannot be interrupted
public record RenderPools(RenderPool quick, RenderPool slow) {

    /// Whether somebody waits for a picture at this moment.
    public boolean isAskedFor() {
        return quick.queued() + slow.queued() > 0;
    }

    /// Where pictures of this format are made.
    public RenderPool of(ImageFormat output) {
        return output == ImageFormat.AVIF ? slow : quick;
    }
}
