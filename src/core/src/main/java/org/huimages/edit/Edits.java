package org.huimages.edit;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.rendition.RenditionCache;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// Changes documents, and removes from the cache what is not true any more, in this order: when a call returns,
/// nothing old is sent, and no render that was under way brings it back.
///
/// Deleting is in two steps: in the trash a picture is not served (410) but can be restored; erased, its bytes are
/// gone, and only a new upload brings it back.
public final class Edits {
    private static final System.Logger LOG = System.getLogger(Edits.class.getName());

    private final Stock stock;
    private final RenditionCache cache;
    private final LevelStore levels;
    private final InstantSource clock;

    public Edits(Stock stock, RenditionCache cache, InstantSource clock) {
        this(stock, cache, LevelStore.NONE, clock);
    }

    /// @param levels where what was made of pictures lies, too
    public Edits(Stock stock, RenditionCache cache, LevelStore levels, InstantSource clock) {
        this.stock = stock;
        this.cache = cache;
        this.levels = levels;
        this.clock = clock;
    }

    /// Changes a document that is not deleted. What `change` throws is thrown, with nothing changed.
    ///
    /// @return the document as it is now
    /// @throws FailureException [Failure.NotFound], [Failure.Gone]
    public ImageDocument update(ImageId id, UnaryOperator<ImageDocument> change) {
        return stock.locks().alone(id, () -> {
            ImageDocument before = present(id);
            ImageDocument after = write(id, document -> change.apply(checkListed(document)));
            if (after.state().hidden() && !before.state().hidden()) {
                removeWhatWasMade(after);
            } else if (!after.focus().equals(before.focus())) {
                cache.removeCrops(id);
            }
            return after;
        });
    }

    /// Removes whatever was made of a picture; it is made again when it is asked for.
    public void forgetRenditions(ImageId id) {
        stock.locks().alone(id, () -> {
            cache.remove(id);
            stock.catalog().find(id).ifPresent(this::removeLevels);
            return id;
        });
    }

    /// What lies in the cache is served, what lies in the store is not: only the first has to go at once.
    private void removeWhatWasMade(ImageDocument document) {
        cache.remove(document.id());
        try {
            removeLevels(document);
        } catch (FailureException unreachable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "levels of {0} are still in the store: {1}",
                    document.id(),
                    unreachable.getMessage());
        }
    }

    private void removeLevels(ImageDocument document) {
        try {
            for (Level level : document.facts().map(Edits::levels).orElse(List.of())) {
                levels.delete(document.id(), level);
            }
        } catch (IOException unreachable) {
            throw FailureException.ofStore(unreachable);
        }
    }

    /// All that it could ever have had: of an original of few bytes the small one may be another.
    private static List<Level> levels(Facts facts) {
        return Stream.concat(Level.of(facts.stored()).stream(), Level.of(facts.stored(), facts.length()).stream())
                .distinct()
                .toList();
    }

    /// Puts a picture into the trash. One that is there already stays as it is.
    ///
    /// @param why for people; may be empty
    /// @param by the user's name
    /// @throws FailureException [Failure.NotFound]
    public void delete(ImageId id, String why, String by) {
        stock.locks().alone(id, () -> {
            ImageDocument deleted = write(
                    id,
                    document ->
                            document.isDeleted() ? document : inTrash(document, new Tombstone(now(), why, by, false)));
            removeWhatWasMade(deleted);
            return id;
        });
    }

    /// Erases a picture, from the trash or not: original, renditions, and what people said of it. What is left
    /// says that it was deleted. May be called again when it has failed.
    ///
    /// @throws FailureException [Failure.NotFound]; [Failure.Unavailable] if the original cannot be reached: it is
    ///     in the trash then
    public void purge(ImageId id, String why, String by) {
        stock.locks().alone(id, () -> erase(id, why, by));
    }

    /// Erases a picture that has lain in the trash since before this moment, and still does.
    ///
    /// @return whether it was erased
    boolean purgeExpired(ImageId id, Instant before) {
        return stock.locks().alone(id, () -> {
            boolean due = stock.catalog()
                    .find(id)
                    .filter(document -> isExpired(document, before))
                    .isPresent();
            if (due) {
                erase(id, "", "");
            }
            return due;
        });
    }

    /// A tombstone whose time cannot be read was not written by us: it is left alone.
    private static boolean isExpired(ImageDocument document, Instant before) {
        return document.state()
                .tombstone()
                .filter(tombstone -> !tombstone.erased())
                .flatMap(tombstone -> tombstone.when().instant())
                .filter(when -> when.isBefore(before))
                .isPresent();
    }

    /// Into the trash first: it is not served any more, whatever comes of the store.
    private ImageDocument erase(ImageId id, String why, String by) {
        delete(id, why, by);
        try {
            stock.originals().delete(id);
            stock.catalog().find(id).ifPresent(this::removeLevels);
        } catch (IOException unreachable) {
            throw FailureException.ofStore(unreachable);
        }
        return write(
                id,
                document -> document.with(Description.NONE)
                        .with(document.state()
                                .withTombstone(document.state().tombstone().map(Tombstone::ofErased))));
    }

    /// Takes a picture out of the trash.
    ///
    /// @return the document as it is now
    /// @throws FailureException [Failure.NotFound]; [Failure.Conflict] if it is not in the trash
    public ImageDocument restore(ImageId id) {
        return stock.locks().alone(id, () -> {
            boolean there = isStored(id);
            return write(id, document -> restored(document, there));
        });
    }

    private boolean isStored(ImageId id) {
        try {
            return stock.originals().length(id).isPresent();
        } catch (IOException unreachable) {
            throw FailureException.ofStore(unreachable);
        }
    }

    private ImageDocument restored(ImageDocument document, boolean stored) {
        if (!document.isDeleted()) {
            throw new Failure.Conflict("the picture is not in the trash").exception();
        }
        if (!stored) {
            throw new Failure.Conflict("the picture is erased; upload it again").exception();
        }
        return document.with(document.state().withTombstone(Optional.empty())).modifiedAt(now());
    }

    private static ImageDocument inTrash(ImageDocument document, Tombstone tombstone) {
        return document.with(document.state().withTombstone(Optional.of(tombstone)));
    }

    private Timestamp now() {
        return Timestamp.of(clock.instant());
    }

    private ImageDocument write(ImageId id, UnaryOperator<ImageDocument> change) {
        return stock.catalog().update(id, change).orElseThrow(() -> missing(id));
    }

    private ImageDocument present(ImageId id) {
        return checkListed(stock.catalog().find(id).orElseThrow(() -> missing(id)));
    }

    private static ImageDocument checkListed(ImageDocument document) {
        if (document.isDeleted()) {
            throw new Failure.Gone("the picture " + document.id() + " was deleted").exception();
        }
        return document;
    }

    private static FailureException missing(ImageId id) {
        return new Failure.NotFound("there is no picture with the ID " + id).exception();
    }
}
