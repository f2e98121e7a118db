package org.huimages.client;

import java.util.Map;
import java.util.Optional;
import org.huimages.url.ImageFormat;
import org.huimages.url.SigningKeys;
import org.huimages.url.Size;

/// Writes addresses and tags of pictures whose documents the caller has himself ([ImageInfo#parse]): no server is
/// asked. Immutable.
public final class Markup {
    private final Addresses addresses;
    private final Tags tags;

    private Markup(Addresses addresses, String altAddition) {
        this.addresses = addresses;
        this.tags = new Tags(addresses, altAddition);
    }

    /// @param base what addresses begin with, without a slash at its end: `https://images.example.com`, or a path on
    ///     the page's own server; empty, if that serves pictures at its root
    public static Markup at(String base) {
        return new Markup(new Addresses(base, Optional.empty(), Optional.empty()), "");
    }

    /// The same with signed addresses of renditions.
    public Markup signed(SigningKeys keys) {
        return new Markup(new Addresses(addresses.base(), Optional.of(keys), Optional.empty()), "");
    }

    /// The address of the picture in a size and a format; of the original, if that is the size.
    public String address(ImageInfo info, Size size, ImageFormat format) {
        return size instanceof Size.Original
                ? addresses.original(info.id(), Optional.of(info))
                : addresses.of(info.id(), size, format, Optional.of(info));
    }

    /// `<img />` as JPEG.
    ///
    /// @param attributes in place of the usual ones, or beside them
    public String image(ImageInfo info, Size size, Map<String, String> attributes) {
        return tags.image(info.id(), size, attributes, Optional.of(info));
    }

    /// `<picture>` with every format that [ImageInfo#isMadeAs] names.
    public String picture(ImageInfo info, Size size, PictureOptions options) {
        return tags.picture(info.id(), size, options, Optional.of(info));
    }
}
