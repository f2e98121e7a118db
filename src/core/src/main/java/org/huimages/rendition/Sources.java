package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.stock.Said;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// What renditions are made from, as the stores have it: the document of a picture, and its original.
final class Sources {
    private static final System.Logger LOG = System.getLogger(Sources.class.getName());

    private final RenditionCache cache;
    private final Stock stock;
    private final Said said = new Said();

    Sources(RenditionCache cache, Stock stock) {
        this.cache = cache;
        this.stock = stock;
    }

    /// @throws FailureException if there is none, or no longer
    ImageDocument document(ImageId id) {
        ImageDocument document = stock.catalog().find(id).orElseThrow(() -> missing(id));
        if (document.isDeleted()) {
            throw new Failure.Gone("the picture " + id + " was deleted").exception();
        }
        return document;
    }

    /// Whoever may not see it is not told that it is there.
    static ImageDocument visible(ImageDocument document, Viewer viewer) {
        if (document.state().hidden() && !viewer.seesPrivate()) {
            throw missing(document.id());
        }
        return document;
    }

    private static FailureException missing(ImageId id) {
        return new Failure.NotFound("there is no picture with the ID " + id).exception();
    }

    /// @param target becomes the original
    /// @throws FailureException if it is not there, or cannot be had now
    void fetch(ImageId id, Path target) {
        try {
            if (!stock.originals().fetch(id, target)) {
                if (said.first(id)) {
                    LOG.log(System.Logger.Level.WARNING, "{0} is catalogued, but its original is missing", id);
                }
                throw new Failure.NotFound("the original of " + id + " is missing").exception();
            }
        } catch (IOException unreachable) {
            Leftovers.discard(target);
            throw cache.isFull()
                    ? FailureException.ofDisk(unreachable, cache.folder())
                    : FailureException.ofStore(unreachable);
        }
    }
}
