package org.huimages.pixel;

import org.huimages.header.Orientation;

/// The point of an upright picture that a crop keeps in its middle, as far as the edges let it.
///
/// @param x from the left edge, 0, to the right one, 1
/// @param y from the top edge, 0, to the bottom one, 1
public record Focal(double x, double y) {
    /// Where nobody said what matters.
    public static final Focal CENTRE = new Focal(0.5, 0.5);

    /// @throws IllegalArgumentException if it lies outside of the picture
    public Focal {
        if (!(x >= 0 && x <= 1 && y >= 0 && y <= 1)) {
            throw new IllegalArgumentException("a focal point lies within 0 to 1, not at " + x + ", " + y);
        }
    }

    /// The same point of the picture as it is stored, before it is turned by `orientation`.
    Focal asStored(Orientation orientation) {
        Focal point = orientation.mirrored() ? new Focal(1 - x, y) : this;
        for (int turn = 0; turn < orientation.quarterTurns(); turn++) {
            point = new Focal(point.y, 1 - point.x);
        }
        return point;
    }
}
