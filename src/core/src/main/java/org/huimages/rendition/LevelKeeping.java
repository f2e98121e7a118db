package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.file.Links;
import org.huimages.keeper.Room;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// Puts levels into the cache and into the store, while nobody else changes the picture: of what was deleted or hidden
/// meanwhile none must appear. Thread-safe.
final class LevelKeeping {
    private static final System.Logger LOG = System.getLogger(LevelKeeping.class.getName());
    private static final int REMEMBERED = 10_000;

    private final RenditionCache cache;
    private final Stock stock;
    private final LevelStore store;
    private final Set<LevelKey> hopeless = Collections.synchronizedSet(Collections.newSetFromMap(new Recent()));

    LevelKeeping(RenditionCache cache, Stock stock, LevelStore store) {
        this.cache = cache;
        this.stock = stock;
        this.store = store;
    }

    /// Puts a new level into the cache, if it is worth its room and there is room.
    ///
    /// @param file is gone if it was put there, and left else
    /// @param originalLength in bytes
    /// @return whether it was put there
    boolean publish(LevelKey key, Path file, long originalLength) {
        if (!isWorth(file, originalLength)) {
            noteHopeless(key);
            return false;
        }
        return publish(key, file);
    }

    private boolean publish(LevelKey key, Path file) {
        try (Room room = cache.room(file, key)) {
            return stock.locks().alone(key.id(), () -> {
                boolean wanted = room.isGranted() && isShown(key.id());
                if (wanted) {
                    cache.publish(file, key);
                }
                return wanted;
            });
        }
    }

    private static boolean isWorth(Path file, long originalLength) {
        try {
            return Level.isSmallEnough(Files.size(file), originalLength);
        } catch (IOException gone) {
            throw FailureException.ofDisk(gone);
        }
    }

    private boolean isShown(ImageId id) {
        return stock.catalog().find(id).filter(LevelKeeping::isShown).isPresent();
    }

    /// Whether anybody may see what was made of it, and it can be made.
    static boolean isShown(ImageDocument document) {
        return !document.isDeleted()
                && !document.state().hidden()
                && document.state().broken().isEmpty();
    }

    /// Whether other nodes get what is made here.
    boolean isSharing() {
        return !store.equals(LevelStore.NONE);
    }

    /// Hands a level on to the other nodes, if they do not have it.
    void share(LevelKey key, Path file) throws IOException {
        if (store.holds(key.id(), key.level())) {
            return;
        }
        stock.locks().aloneWithStore(key.id(), () -> {
            if (isShown(key.id())) {
                store.put(key.id(), key.level(), file);
            }
            return key;
        });
    }

    /// Gets a level that another node has made, and puts it into the cache too. What is hopeless here is so there.
    ///
    /// @param target is made, if there is one
    boolean fetch(LevelKey key, Path target) {
        Path forCache = target.resolveSibling("again-" + target.getFileName());
        try {
            if (isHopeless(key) || !store.fetch(key.id(), key.level(), target)) {
                return false;
            }
            Links.linkOrCopy(target, forCache);
            publish(key, forCache);
            return true;
        } catch (IOException | FailureException unreachable) {
            LOG.log(System.Logger.Level.DEBUG, "no level of {0}: {1}", key.id(), unreachable.toString());
            return Files.exists(target);
        } finally {
            Leftovers.discard(forCache);
        }
    }

    /// Removes a level that is damaged, wherever it is.
    void remove(LevelKey key) {
        try {
            cache.remove(key);
            store.delete(key.id(), key.level());
        } catch (IOException | FailureException unreachable) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a level of {0} cannot be removed: {1}",
                    key.id(),
                    unreachable.toString());
        }
    }

    /// It need not be tried again, for now.
    void noteHopeless(LevelKey key) {
        hopeless.add(key);
    }

    boolean isHopeless(LevelKey key) {
        return hopeless.contains(key);
    }

    /// Forgets the oldest.
    private static final class Recent extends LinkedHashMap<LevelKey, Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LevelKey, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    }
}
