package org.huimages.client;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.huimages.client.html.Element;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// Writes `<img>` and `<picture>`.
///
/// @param altAddition ends every alternative text that we write ourselves (`HUIMAGESALTADDITION`)
record Tags(Addresses addresses, String altAddition) {

    /// @param attributes in place of ours, or beside them
    String image(ImageId id, Size size, Map<String, String> attributes, Optional<ImageInfo> info) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("src", addresses.of(id, size, ImageFormat.JPEG, info));
        dimensions(size, info).ifPresent(known -> {
            all.put("width", Integer.toString(known.width()));
            all.put("height", Integer.toString(known.height()));
        });
        all.put("alt", alt(info));
        all.putAll(attributes);
        return new Element("img", all).text();
    }

    /// An exact size is known without the picture.
    static Optional<Dimensions> dimensions(Size size, Optional<ImageInfo> info) {
        return size instanceof Size.Exact(int width, int height)
                ? Optional.of(new Dimensions(width, height))
                : info.flatMap(known -> known.dimensions(size));
    }

    /// The newest title, else the file name; that an application knows better is for it to say.
    private String alt(Optional<ImageInfo> info) {
        String own = info.map(Tags::describe).orElse("");
        return own.isEmpty() ? altAddition.strip() : own + altAddition;
    }

    private static String describe(ImageInfo info) {
        return info.titles().reversed().stream()
                .filter(title -> !title.isBlank())
                .findFirst()
                .orElseGet(() -> info.filename().replace('_', ' '));
    }

    /// Formats by name, best first, and no content negotiation: what is cached under an address is what was asked for.
    String picture(ImageId id, Size size, PictureOptions options, Optional<ImageInfo> info) {
        if (size instanceof Size.Original) {
            throw new IllegalArgumentException("a <picture> shows renditions, not the original");
        }
        SourceSet sources = new SourceSet(addresses, id, size, options, info);
        StringBuilder text = new StringBuilder("<picture>");
        for (ImageFormat format : new ImageFormat[] {ImageFormat.AVIF, ImageFormat.WEBP}) {
            if (info.filter(known -> known.isMadeAs(format)).isPresent()) {
                text.append(source(format, sources, options));
            }
        }
        return text.append(image(id, size, options, info, sources))
                .append("</picture>")
                .toString();
    }

    private static String source(ImageFormat format, SourceSet sources, PictureOptions options) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", format.mediaType());
        attributes.put("srcset", sources.text(format));
        options.sizes().ifPresent(sizes -> attributes.put("sizes", sizes));
        return new Element("source", attributes).text();
    }

    private String image(ImageId id, Size size, PictureOptions options, Optional<ImageInfo> info, SourceSet sources) {
        Map<String, String> more = new LinkedHashMap<>();
        if (sources.isChoice()) {
            more.put("srcset", sources.text(ImageFormat.JPEG));
            options.sizes().ifPresent(sizes -> more.put("sizes", sizes));
        }
        info.flatMap(ImageInfo::placeholder)
                .filter(uri -> options.hasPlaceholder())
                .ifPresent(uri -> more.put("style", "background:url(" + uri + ") center/cover no-repeat"));
        more.putAll(options.attributes());
        return image(id, size, more, info);
    }
}
