package org.huimages.pixel;

import java.util.Set;
import org.huimages.header.ImageHeader;
import org.huimages.header.ImageHeader.Colour;
import org.huimages.header.Orientation;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// What tests of pools have made.
final class Plans {
    /// Of a plain JPEG, a fourth of it.
    static final RenditionPlan SMALL = RenditionPlan.of(
            new ImageHeader(ImageFormat.JPEG, new Dimensions(40, 30), Orientation.UPRIGHT, Colour.PLAIN, Set.of(), 1),
            new Size.Fit(10, 10),
            ImageFormat.JPEG);

    private Plans() {}
}
