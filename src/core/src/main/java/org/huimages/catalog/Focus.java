package org.huimages.catalog;

import java.util.Optional;
import org.huimages.pixel.Focal;

/// Where a picture is cropped around.
///
/// @param point empty where nobody has said it: the middle then
/// @param revision how often it was changed: part of the addresses of crops, which are kept by browsers
public record Focus(Optional<Focal> point, int revision) {
    public static final Focus NONE = new Focus(Optional.empty(), 0);

    /// The same picture with another point, or none; this if it is the same point.
    public Focus movedTo(Optional<Focal> newPoint) {
        return newPoint.equals(point) ? this : new Focus(newPoint, revision + 1);
    }

    /// What a plan needs.
    public Focal orCentre() {
        return point.orElse(Focal.CENTRE);
    }
}
