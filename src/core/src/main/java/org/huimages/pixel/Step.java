package org.huimages.pixel;

import java.io.Serializable;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// One thing that is done to a picture on its way from the original to a rendition.
public sealed interface Step extends Serializable {

    /// What is done, to be read aloud.
    default String words() {
        return switch (this) {
            case Decode(boolean strict) -> strict ? "decode to the end" : "decode";
            case Measure(Dimensions expected) -> "see that it is " + words(expected);
            case CutOut(Area area) -> "cut out " + area.words();
            case Scale(Dimensions target) -> "scale to " + words(target);
            case ScaleJpeg(Dimensions target, Dimensions _, int shrink) ->
                shrink == 1 ? "scale to " + words(target) : "scale from 1/%d to %s".formatted(shrink, words(target));
            case Shrink(int by) -> "decode 1/" + by;
            case ToSrgb(boolean byProfile) -> byProfile ? "convert to sRGB by its profile" : "convert to sRGB";
            case Flatten() -> "flatten on white";
            case Turn(Orientation orientation) -> "turn upright from EXIF " + orientation.exif();
            case Crop(Area area) -> "crop to " + area.words();
            case Encode(ImageFormat format, int quality) -> "encode as " + format.extension() + " " + quality;
            case EncodeLevel(int quality) -> "encode as a level, jpeg " + quality;
        };
    }

    private static String words(Dimensions dimensions) {
        return dimensions.width() + "x" + dimensions.height();
    }

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

    /// Scale a JPEG to exactly these dimensions, with its decoder's help; still lying as stored.
    ///
    /// @param covered what the file shows, in pixels of the original, with the broken ones at the right and at the
    ///     bottom that a level leaves out
    /// @param shrink how many pixels of the original, in a row and in a column, are one of the file; 1 for the
    ///     original itself
    record ScaleJpeg(Dimensions target, Dimensions covered, int shrink) implements Step {

        /// The dimensions of the file.
        public Dimensions stored() {
            return new Dimensions(covered.width() / shrink, covered.height() / shrink);
        }
    }

    /// Let the decoder of a JPEG make it smaller, and nobody else; what would be less than a pixel is left out.
    ///
    /// @param by 2, 4 or 8
    record Shrink(int by) implements Step {}

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

    /// Write a JPEG that others are made of: with its colour profile and the notice of copyright, and without all
    /// other metadata.
    ///
    /// @param quality 1 to 100
    record EncodeLevel(int quality) implements Step {}

    /// A rectangle of pixels; the origin is the top left corner.
    record Area(int left, int top, int width, int height) implements Serializable {

        /// All of a picture.
        public static Area of(Dimensions whole) {
            return new Area(0, 0, whole.width(), whole.height());
        }

        String words() {
            return "%dx%d from %d, %d".formatted(width, height, left, top);
        }

        /// The part of this size around the focal point of `whole`, as far as the edges let it.
        static Area around(Focal focal, Dimensions part, Dimensions whole) {
            return new Area(
                    start(focal.x(), part.width(), whole.width()),
                    start(focal.y(), part.height(), whole.height()),
                    part.width(),
                    part.height());
        }

        private static int start(double focal, int part, int whole) {
            return (int) Math.clamp(Math.floor(focal * whole - part / 2.0), 0, whole - part);
        }
    }
}
