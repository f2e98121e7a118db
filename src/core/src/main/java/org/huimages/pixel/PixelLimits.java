package org.huimages.pixel;

import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.header.ImageHeader;
import org.huimages.url.Dimensions;
import org.huimages.url.Size;

/// What may be asked of a decoder and of a scaler; checked before either is called.
///
/// @param maxPixels of an original (`HUIMAGES_MAX_PIXELS`)
/// @param maxEdge of a rendition, in pixels (`HUIMAGES_MAX_EDGE`)
public record PixelLimits(long maxPixels, int maxEdge) {

    /// A decoder goes through the whole picture for each scan; no camera and no program writes more than a dozen.
    private static final int MOST_SCANS = 100;

    /// What the format that holds most pictures can have.
    private static final int LONGEST_EDGE = 65_535;

    /// @throws FailureException [Failure.Unprocessable] if the picture is too much work to be decoded
    public void check(ImageHeader header) {
        Dimensions stored = header.stored();
        int edge = Math.max(stored.width(), stored.height());
        refuseIf(
                edge > LONGEST_EDGE,
                "an edge of the picture has %d pixels; more than %d are not accepted".formatted(edge, LONGEST_EDGE));
        refuseIf(
                stored.pixels() > maxPixels,
                "the picture is %d x %d pixels; more than %d are not accepted (HUIMAGES_MAX_PIXELS)"
                        .formatted(stored.width(), stored.height(), maxPixels));
        refuseIf(
                header.scans() > MOST_SCANS,
                "the picture has %d scans; more than %d are not accepted".formatted(header.scans(), MOST_SCANS));
    }

    private static void refuseIf(boolean tooMuch, String text) {
        if (tooMuch) {
            throw new Failure.Unprocessable(text).exception();
        }
    }

    /// @throws FailureException [Failure.Forbidden] if an edge is longer than allowed
    public void check(Size size) {
        boolean allowed = switch (size) {
            case Size.Original() -> true;
            case Size.Fit(int width, int height) -> Math.max(width, height) <= maxEdge;
            case Size.Exact(int width, int height) -> Math.max(width, height) <= maxEdge;
        };
        if (!allowed) {
            throw new Failure.Forbidden(
                            "sizes over %d pixels an edge are not allowed (HUIMAGES_MAX_EDGE)".formatted(maxEdge))
                    .exception();
        }
    }
}
