package org.huimages.rendition;

import java.util.List;
import org.huimages.pixel.RenderPools;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// Has the AVIF of each size made behind its JPEG or WebP: one at a time, and only while nobody waits for another
/// picture. Where a thousand are to be made already, it is forgotten, until somebody asks for it again.
public final class AvifBehind implements AutoCloseable {
    private final Warmer warmer;

    public AvifBehind(Renditions renditions, RenderPools pools) {
        this.warmer = new Warmer(renditions, pools);
        renditions.whenMade(this::follow);
    }

    public AvifBehind started() {
        warmer.started();
        return this;
    }

    private void follow(RenditionKey made) {
        boolean shown = made.format() == ImageFormat.JPEG || made.format() == ImageFormat.WEBP;
        if (shown && !(made.size() instanceof Size.Original)) {
            warmer.offer(List.of(made.in(ImageFormat.AVIF)));
        }
    }

    /// What has come of it.
    public Warmer.Progress progress() {
        return warmer.progress();
    }

    @Override
    public void close() {
        warmer.close();
    }
}
