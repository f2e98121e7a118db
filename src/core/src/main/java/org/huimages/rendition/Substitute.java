package org.huimages.rendition;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.huimages.url.Size;

/// Which finished rendition may stand in for one that cannot be made now: the nearest larger one of the same
/// picture, format and kind, which a page shows in the same place.
final class Substitute {
    private Substitute() {}

    /// @param held renditions of the same picture
    static Optional<RenditionKey> of(RenditionKey wanted, Stream<RenditionKey> held) {
        return held.filter(key -> key.format() == wanted.format())
                .filter(key -> isInPlaceOf(wanted.size(), key.size()))
                .min(Comparator.comparingLong(key -> box(key.size())));
    }

    private static boolean isInPlaceOf(Size wanted, Size held) {
        return switch (wanted) {
            case Size.Original() -> false;
            case Size.Fit(int width, int height) ->
                held instanceof Size.Fit(int heldWidth, int heldHeight) && heldWidth >= width && heldHeight >= height;
            case Size.Exact(int width, int height) ->
                held instanceof Size.Exact(int heldWidth, int heldHeight)
                        && heldWidth >= width
                        && (long) heldWidth * height == (long) heldHeight * width;
        };
    }

    private static long box(Size size) {
        return switch (size) {
            case Size.Original() -> Long.MAX_VALUE;
            case Size.Fit(int width, int height) -> (long) width * height;
            case Size.Exact(int width, int height) -> (long) width * height;
        };
    }
}
