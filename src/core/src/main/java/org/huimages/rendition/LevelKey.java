package org.huimages.rendition;

import org.huimages.level.Level;
import org.huimages.url.ImageId;

/// The file of a level: `AB/ABC…01/p2.jpeg` is the half. No address leads to it.
public record LevelKey(ImageId id, Level level) implements CacheKey {
    @Override
    public String name() {
        return "p" + level.shrink() + ".jpeg";
    }
}
