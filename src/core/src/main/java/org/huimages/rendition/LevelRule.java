package org.huimages.rendition;

import java.util.List;
import org.huimages.catalog.Facts;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.level.Level;
import org.huimages.url.ImageFormat;

/// Which pictures have levels: photographs, which is JPEG, that a JPEG of three channels can hold.
///
/// PNG, GIF and WebP are drawings as often as not, whose hard edges show what a JPEG does to them. HEIC and AVIF do
/// not tell before they are decoded whether they are transparent or deep. Deep and four-ink JPEGs are rare enough to
/// be made from their originals.
final class LevelRule {
    private LevelRule() {}

    /// The largest first. A picture may turn out to have none when it is looked at.
    static List<Level> levels(Facts facts) {
        return isPhotograph(facts.format()) ? Level.of(facts.stored(), facts.length()) : List.of();
    }

    /// The largest first.
    ///
    /// @param length of the file, in bytes
    static List<Level> levels(ImageHeader header, long length) {
        return canHave(header) ? Level.of(header.stored(), length) : List.of();
    }

    private static boolean canHave(ImageHeader header) {
        return isPhotograph(header.format())
                && header.colour() != Colour.CMYK
                && !header.has(Trait.ALPHA)
                && !header.has(Trait.DEEP);
    }

    private static boolean isPhotograph(ImageFormat format) {
        return format == ImageFormat.JPEG;
    }
}
