package org.huimages.rendition;

import java.util.List;
import java.util.Set;
import org.huimages.catalog.Facts;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.ImageHeader.Trait;
import org.huimages.level.Level;
import org.huimages.url.ImageFormat;

/// Which pictures have levels: photographs, by their format, that a JPEG of three channels can hold.
///
/// PNG, GIF and WebP are drawings as often as not, whose hard edges show what a JPEG does to them. Transparent, deep
/// and four-ink pictures are rare enough to be made from their originals.
final class LevelRule {
    private static final Set<ImageFormat> PHOTOGRAPHS = Set.of(ImageFormat.JPEG, ImageFormat.HEIC, ImageFormat.AVIF);

    private LevelRule() {}

    /// The largest first. A picture may turn out to have none when it is looked at.
    static List<Level> levels(Facts facts) {
        return PHOTOGRAPHS.contains(facts.format()) ? Level.of(facts.stored(), facts.length()) : List.of();
    }

    /// The largest first.
    ///
    /// @param length of the file, in bytes
    static List<Level> levels(ImageHeader header, long length) {
        return canHave(header) ? Level.of(header.stored(), length) : List.of();
    }

    private static boolean canHave(ImageHeader header) {
        return PHOTOGRAPHS.contains(header.format())
                && header.colour() != Colour.CMYK
                && !header.has(Trait.ALPHA)
                && !header.has(Trait.DEEP);
    }
}
