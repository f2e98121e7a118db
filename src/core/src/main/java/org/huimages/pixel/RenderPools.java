package org.huimages.pixel;

import java.util.concurrent.CompletableFuture;
import org.huimages.url.ImageFormat;

/// Where pictures are made: what takes milliseconds never waits behind what takes seconds.
///
/// @param quick for everything but AVIF
/// @param slow for AVIF, whose encoder cannot be interrupted
public record RenderPools(RenderPool quick, RenderPool slow) {

    /// Has the plan carried out by the pool that it belongs to, as [RenderPool#render] says.
    public CompletableFuture<Void> render(RenderJob job) {
        return (job.plan().output() == ImageFormat.AVIF ? slow : quick).render(job);
    }
}
