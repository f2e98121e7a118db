package org.huimages.webapp.browser;

import java.util.Map;
import java.util.function.Supplier;
import org.huimages.keeper.CacheKeeper;
import org.huimages.pixel.RenderPools;
import org.huimages.rendition.Warmer;
import org.huimages.webapp.api.Explainer;

/// What the page for administrators shows.
///
/// @param health the state of each part that the server needs, in a word, by its name
/// @param sizes `HUIMAGES_SIZES`, in words
public record Operations(
        Supplier<Map<String, String>> health,
        CacheKeeper keeper,
        RenderPools pools,
        Warmer warmer,
        Explainer explainer,
        String sizes) {}
