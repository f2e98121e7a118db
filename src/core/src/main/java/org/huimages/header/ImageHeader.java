package org.huimages.header;

import java.util.Set;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;

/// What a file says of itself before its pixels are looked at.
///
/// @param stored pixels as they come out of the decoder, before turning
/// @param colour what has to happen to come to sRGB
/// @param scans how often a decoder goes through the whole picture; 1 for all but a JPEG of several scans
public record ImageHeader(
        ImageFormat format, Dimensions stored, Orientation orientation, Colour colour, Set<Trait> traits, int scans) {

    public ImageHeader {
        traits = Set.copyOf(traits);
    }

    /// The colours of a file, as far as they decide what has to be done to them.
    public enum Colour {
        /// Gray or RGB without a profile, or with one that says sRGB: shown as they are.
        PLAIN,
        /// Another profile is embedded: to be converted.
        PROFILED,
        /// Four inks, with or without a profile: to be converted.
        CMYK
    }

    /// What else makes a difference.
    public enum Trait {
        /// Cannot be decoded row by row: the whole picture is held in memory.
        PROGRESSIVE,
        /// May let what is behind it shine through.
        ALPHA,
        /// More than eight bits a channel.
        DEEP
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /// The same colours and traits, in a picture of another size that lies otherwise: what was made of an original, in
    /// the original's place.
    public ImageHeader inPlaceOf(Dimensions original, Orientation lying) {
        return new ImageHeader(format, original, lying, colour, traits, scans);
    }

    /// What a level says that was made of this: an ordinary JPEG in the same colours.
    public ImageHeader ofLevel(Dimensions dimensions) {
        return new ImageHeader(ImageFormat.JPEG, dimensions, Orientation.UPRIGHT, colour, Set.of(), 1);
    }

    /// Width and height of the picture as a person sees it.
    public Dimensions upright() {
        return orientation.apply(stored);
    }
}
