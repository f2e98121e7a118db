package org.huimages.webapp.browser;

import java.util.Collection;
import java.util.function.UnaryOperator;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Marks;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;
import org.huimages.webapp.api.Tags;

/// Changes a visitor's own marks.
record Marking(Catalog catalog) {

    /// @return the marks as they were
    /// @throws FailureException [org.huimages.failure.Failure.NotFound]
    Marks change(ImageId id, String user, UnaryOperator<Marks> change) {
        Marks before = catalog.marks(id, user);
        if (catalog.mark(id, user, change).isEmpty()) {
            throw Visit.noPicture();
        }
        return before;
    }

    static UnaryOperator<Marks> adding(Collection<String> tags) {
        return marks -> Tags.added(marks, tags);
    }

    static UnaryOperator<Marks> removing(Collection<String> tags) {
        return marks -> marks.untagged(tags);
    }
}
