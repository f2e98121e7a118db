package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.huimages.catalog.Description;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
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

    /// What is known of a picture. While the catalog does not answer, nothing is but that one whose original lies in
    /// the cache was shown by this server: it is to be seen until the catalog says otherwise, which takes it from
    /// there.
    ///
    /// @throws FailureException if there is none, or no longer
    Found document(ImageId id) {
        try {
            return new Found(catalogued(id), Optional.empty());
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.Unavailable && cache.holdsOriginal(id)) {
                return new Found(unknown(id), Optional.of(failed));
            }
            throw failed;
        }
    }

    private ImageDocument catalogued(ImageId id) {
        ImageDocument document = stock.catalog().find(id).orElseThrow(() -> missing(id));
        if (document.isDeleted()) {
            throw new Failure.Gone("the picture " + id + " was deleted").exception();
        }
        return document;
    }

    private static ImageDocument unknown(ImageId id) {
        Timestamp never = new Timestamp("");
        return new ImageDocument(id, Optional.empty(), Description.NONE, never, never, Focus.NONE, State.FINE, "");
    }

    /// @param down what the catalog has thrown instead of saying anything
    record Found(ImageDocument document, Optional<FailureException> down) {

        /// The document, for who may see it. Whoever may not is not told that it is there; where the focal point is
        /// not known nobody gets a crop.
        ImageDocument shown(RenditionKey key, Viewer viewer) {
            if (down.isPresent() && key.isCrop()) {
                throw down.get();
            }
            if (document.state().hidden() && !viewer.seesPrivate()) {
                throw missing(document.id());
            }
            return document;
        }
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
