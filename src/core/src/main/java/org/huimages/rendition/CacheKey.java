package org.huimages.rendition;

import org.huimages.url.ImageId;

/// Which file of the cache is meant.
public sealed interface CacheKey permits RenditionKey, LevelKey {
    ImageId id();

    /// The name in the folder of the picture.
    String name();

    /// Where it lies in the cache, with `/` between folders: `AB/ABC…01/240x160.jpeg`.
    default String location() {
        return folder() + "/" + name();
    }

    /// The one folder of the picture, in the cache: `AB/ABC…01`.
    default String folder() {
        return folder(id());
    }

    /// The folder that the picture's lies in: `AB`.
    default String prefix() {
        return prefix(id());
    }

    static String folder(ImageId id) {
        return prefix(id) + "/" + id.text();
    }

    private static String prefix(ImageId id) {
        return id.text().substring(0, 2);
    }
}
