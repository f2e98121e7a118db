package org.huimages.webapp.settings;

import java.util.Set;
import org.huimages.url.Size;

/// What `HUIMAGES_SIZES` says; with the keys it becomes a [org.huimages.rendition.SizePolicy].
sealed interface SizeRule {
    record Open() implements SizeRule {}

    record Listed(Set<Size> sizes) implements SizeRule {}

    record Signed() implements SizeRule {}
}
