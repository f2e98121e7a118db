package org.huimages.rendition;

import java.util.Optional;
import org.huimages.url.Extension;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.Size;

/// Which file an address means. The name in the address, which is for people, is not part of it.
public record RenditionKey(ImageId id, Size size, ImageFormat format) implements CacheKey {

    public static RenditionKey of(ImagePath path) {
        return new RenditionKey(path.id(), path.size(), path.extension().format());
    }

    @Override
    public String name() {
        return size.text() + "." + format.extension();
    }

    /// The key of a file in the folder of `id`, by its name: the inverse of [#name]. Empty for files that are none of
    /// ours, and for levels.
    static Optional<RenditionKey> of(ImageId id, String fileName) {
        int dot = fileName.lastIndexOf('.');
        return Size.parse(fileName.substring(0, Math.max(0, dot)))
                .flatMap(size -> Extension.parse(fileName.substring(dot + 1))
                        .map(extension -> new RenditionKey(id, size, extension.format())));
    }

    /// The same in another format.
    public RenditionKey in(ImageFormat other) {
        return new RenditionKey(id, size, other);
    }

    /// Whether it takes too long for somebody to wait for it.
    boolean isSlow() {
        return format == ImageFormat.AVIF && !(size instanceof Size.Original);
    }

    /// Whether a focal point decides what it shows.
    public boolean isCrop() {
        return size instanceof Size.Exact;
    }
}
