package org.huimages.header;

import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// What a file says of itself before its pixels are looked at.
///
/// @param stored pixels as they lie in the file, before turning
/// @param colour what has to happen to come to sRGB
/// @param progressive decoded in several passes, so that the whole picture is held in memory
public record ImageHeader(
        ImageFormat format, Dimensions stored, Orientation orientation, Colour colour, boolean progressive) {

    /// The colours of a file, as far as they decide what has to be done to them.
    public enum Colour {
        /// Gray or RGB without a profile, or with one that says sRGB: shown as they are.
        PLAIN,
        /// A profile is embedded: to be converted.
        PROFILED,
        /// Four inks, with or without a profile: to be converted.
        CMYK
    }

    /// Width and height of the picture as a person sees it.
    public Dimensions upright() {
        return orientation.apply(stored);
    }
}
