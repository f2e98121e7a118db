package org.huimages.pixel;

import org.huimages.header.ImageHeader;
import org.huimages.level.Level;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// A level, to make renditions from as if it were the original.
///
/// @param original what is to be shown: size and orientation are the original's, colours those of the file
/// @param format of the original
/// @param level how much smaller the file is
/// @param file what the file of the level says of itself
public record LevelSource(ImageHeader original, ImageFormat format, Level level, ImageHeader file) {

    /// Whether the file is what it should be, by its header.
    public boolean isSound() {
        return file.format() == ImageFormat.JPEG
                && file.stored().equals(level.dimensions(original.stored()))
                && !file.has(ImageHeader.Trait.PROGRESSIVE);
    }

    /// What of the original the file would show if it went on to the last, broken pixel at the right and at the
    /// bottom. A decoder of JPEG leaves that out when it makes a picture smaller; others scale to whole pixels.
    Dimensions covered() {
        Dimensions own = file.stored();
        return format == ImageFormat.JPEG
                ? original.stored()
                : new Dimensions(own.width() * level.shrink(), own.height() * level.shrink());
    }
}
