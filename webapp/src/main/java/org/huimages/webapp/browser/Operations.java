package org.huimages.webapp.browser;

import org.huimages.keeper.CacheKeeper;
import org.huimages.pixel.RenderPools;
import org.huimages.rendition.Renditions;
import org.huimages.rendition.Warmer;
import org.huimages.webapp.api.Explainer;
import org.huimages.webapp.health.Checks;

/// What the page for administrators shows.
///
/// @param checks ask the parts that the server needs
/// @param sizes `HUIMAGES_SIZES`, in words
public record Operations(
        Checks checks,
        CacheKeeper keeper,
        RenderPools pools,
        Renditions renditions,
        Warmer warmer,
        Trend trend,
        Explainer explainer,
        String sizes) {}
