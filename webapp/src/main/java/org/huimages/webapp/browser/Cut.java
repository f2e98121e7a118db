package org.huimages.webapp.browser;

import java.util.List;
import org.huimages.catalog.ImageDocument;

/// As many pictures as a page shows.
///
/// @param more whether others follow
record Cut(List<ImageDocument> shown, boolean more) {

    /// @param found one more than `most` if there are more
    static Cut of(List<ImageDocument> found, int most) {
        boolean more = found.size() > most;
        return new Cut(more ? found.subList(0, most) : found, more);
    }

    /// Where the next page goes on.
    String last() {
        return shown.getLast().id().text();
    }
}
