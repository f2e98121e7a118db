package org.huimages.header;

import org.huimages.url.Dimensions;

/// How a stored picture has to be turned to stand upright: the eight values of the EXIF tag Orientation (0x0112).
///
/// To make a picture upright, turn it clockwise by [#quarterTurns()], then mirror it left to right where
/// [#mirrored()].
public enum Orientation {
    UPRIGHT(1, 0, false),
    MIRRORED(2, 0, true),
    UPSIDE_DOWN(3, 2, false),
    UPSIDE_DOWN_MIRRORED(4, 2, true),
    TRANSPOSED(5, 1, true),
    TURN_RIGHT(6, 1, false),
    TRANSVERSED(7, 3, true),
    TURN_LEFT(8, 3, false);

    private final int exif;
    private final int quarterTurns;
    private final boolean mirrored;

    Orientation(int exif, int quarterTurns, boolean mirrored) {
        this.exif = exif;
        this.quarterTurns = quarterTurns;
        this.mirrored = mirrored;
    }

    /// The orientation of an EXIF value; anything but 1 to 8 is upright, as every viewer takes it.
    public static Orientation ofExif(int value) {
        return value >= 1 && value <= 8 ? values()[value - 1] : UPRIGHT;
    }

    /// The EXIF value, 1 to 8.
    public int exif() {
        return exif;
    }

    /// Clockwise turns by 90 degrees, 0 to 3.
    public int quarterTurns() {
        return quarterTurns;
    }

    public boolean mirrored() {
        return mirrored;
    }

    public boolean swapsAxes() {
        return quarterTurns % 2 == 1;
    }

    /// From stored to upright dimensions, and back: it is its own inverse.
    public Dimensions apply(Dimensions dimensions) {
        return swapsAxes() ? dimensions.turned() : dimensions;
    }
}
