package org.huimages.bench.picture;

import java.util.List;
import org.huimages.url.Size;

/// The sizes that are measured.
public final class Sizes {
    public static final List<Size> ALL = List.of(
            new Size.Exact(75, 75),
            new Size.Fit(240, 160),
            new Size.Fit(640, 480),
            new Size.Fit(1024, 768),
            new Size.Fit(1600, 1200));

    private Sizes() {}
}
