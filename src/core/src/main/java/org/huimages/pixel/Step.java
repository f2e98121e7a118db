package org.huimages.pixel;

import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// One thing that is done to a picture on its way from the original to a rendition.
public sealed interface Step {

    /// Decode the first frame.
    ///
    /// @param strict refuse what is cut off; otherwise show as much as there is
    record Decode(boolean strict) implements Step {}

    /// Keep only this part of the stored picture, before it is scaled.
    record CutOut(Area area) implements Step {}

    /// Scale to exactly these dimensions, still lying as stored.
    record Scale(Dimensions target) implements Step {}

    /// Convert the embedded profile, or four inks, to sRGB.
    record ToSrgb() implements Step {}

    /// Turn upright.
    record Turn(Orientation orientation) implements Step {}

    /// Keep only this part of the upright, scaled picture.
    record Crop(Area area) implements Step {}

    /// Write the file, without the original's metadata.
    ///
    /// @param quality 1 to 100, as the format's encoder understands it
    record Encode(ImageFormat format, int quality) implements Step {}

    /// A rectangle of pixels; the origin is the top left corner.
    record Area(int left, int top, int width, int height) {

        /// The part of this size in the middle of `whole`.
        static Area centred(Dimensions part, Dimensions whole) {
            return new Area(
                    (whole.width() - part.width()) / 2,
                    (whole.height() - part.height()) / 2,
                    part.width(),
                    part.height());
        }
    }
}
