package org.huimages.rendition;

import java.util.Optional;
import org.huimages.url.Extension;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.ImagePath;
import org.huimages.url.Size;

/// Which file an address means. The name in the address, which is for people, is not part of it.
public record RenditionKey(ImageId id, Size size, ImageFormat format) {

    public static RenditionKey of(ImagePath path) {
        return new RenditionKey(path.id(), path.size(), path.extension().format());
    }

    /// Where it lies in the cache, with `/` between folders: `AB/ABC…01/240x160.jpeg`.
    public String location() {
        return folder() + "/" + size.text() + "." + format.extension();
    }

    /// The key of a file in the folder of `id`, by its name: the inverse of the last part of [#location]. Empty for
    /// files that are none of ours.
    static Optional<RenditionKey> of(ImageId id, String fileName) {
        int dot = fileName.lastIndexOf('.');
        return Size.parse(fileName.substring(0, Math.max(0, dot)))
                .flatMap(size -> Extension.parse(fileName.substring(dot + 1))
                        .map(extension -> new RenditionKey(id, size, extension.format())));
    }

    /// Whether a focal point decides what it shows.
    public boolean isCrop() {
        return size instanceof Size.Exact;
    }

    /// The one folder of the picture, in the cache: `AB/ABC…01`.
    String folder() {
        return folder(id);
    }

    static String folder(ImageId id) {
        return prefix(id) + "/" + id.text();
    }

    /// The folder that the picture's lies in: `AB`.
    String prefix() {
        return prefix(id);
    }

    private static String prefix(ImageId id) {
        return id.text().substring(0, 2);
    }
}
