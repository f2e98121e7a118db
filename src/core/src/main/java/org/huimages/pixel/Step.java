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

    /// Refuse a picture that comes out of the decoder with other dimensions than its header tells.
    record Measure(Dimensions expected) implements Step {}

    /// Keep only this part of the stored picture, before it is scaled.
    record CutOut(Area area) implements Step {}

    /// Scale to exactly these dimensions, still lying as stored.
    record Scale(Dimensions target) implements Step {}

    /// Convert to sRGB with eight bits a channel.
    ///
    /// @param byProfile by the embedded profile, or the usual one for four inks; otherwise there is none
    record ToSrgb(boolean byProfile) implements Step {}

    /// Put white behind what is transparent.
    record Flatten() implements Step {}

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
