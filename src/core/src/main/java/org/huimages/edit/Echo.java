package org.huimages.edit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huimages.catalog.ImageDocument;
import org.huimages.rendition.RenditionCache;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// Does to our own cache what was done to pictures elsewhere, by another server or by hand: what was deleted, erased
/// or made private is sent no more, and what was focused anew is cropped anew. Thread-safe.
///
/// Whoever makes a file looks at the document before he lets it appear, under the same lock: a file that is not
/// there when we look will not be there afterwards.
public final class Echo {
    private static final int MOST = 10_000;

    private final Stock stock;
    private final RenditionCache cache;
    private final LinkedHashMap<ImageId, Integer> foci = new LinkedHashMap<>();

    public Echo(Stock stock, RenditionCache cache) {
        this.stock = stock;
        this.cache = cache;
    }

    /// @param ids of pictures whose documents were made, changed or erased
    /// @throws org.huimages.failure.FailureException if the catalog cannot be asked: then they are to be told again
    public void changed(Collection<ImageId> ids) {
        List<ImageId> held = ids.stream()
                .filter(id -> stock.locks().alone(id, () -> cache.holdsAnyOf(id)))
                .toList();
        Map<ImageId, ImageDocument> documents = held.isEmpty()
                ? Map.of()
                : stock.catalog().findAll(held).stream()
                        .collect(Collectors.toMap(ImageDocument::id, Function.identity(), (one, same) -> one));
        held.forEach(id -> {
            ImageDocument document = documents.get(id);
            if (document == null || document.isDeleted() || document.state().hidden()) {
                remove(id);
            } else if (isFocusedAnew(document)) {
                removeCrops(id);
            }
        });
    }

    private void remove(ImageId id) {
        stock.locks().alone(id, () -> {
            cache.remove(id);
            return id;
        });
    }

    private void removeCrops(ImageId id) {
        stock.locks().alone(id, () -> {
            cache.removeCrops(id);
            return id;
        });
    }

    /// As far as is remembered. One that never had a focal point has no crops that could be wrong.
    private synchronized boolean isFocusedAnew(ImageDocument document) {
        int revision = document.focus().revision();
        Integer before = revision == 0 ? Integer.valueOf(0) : foci.put(document.id(), revision);
        if (foci.size() > MOST) {
            foci.pollFirstEntry();
        }
        return before == null || before != revision;
    }
}
