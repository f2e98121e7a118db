package org.huimages.scrub;

import java.io.IOException;
import java.nio.file.Path;
import org.huimages.file.Leftovers;
import org.huimages.job.Looked;
import org.huimages.original.Sums;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// Deletes an object that has no entry and whose bytes are not those of its ID, if that is still so.
record Deletion(Stock stock, Path scratch) {

    Looked look(ImageId id) throws IOException {
        return stock.locks().aloneWithStore(id, () -> {
            if (!isJunk(id)) {
                return Looked.of(0);
            }
            return stock.originals().delete(id)
                    ? Looked.of(0).telling("deleted", "there was no entry, and the bytes were not those of the ID")
                    : Looked.of(0);
        });
    }

    private boolean isJunk(ImageId id) throws IOException {
        if (stock.catalog().find(id).isPresent()) {
            return false;
        }
        Leftovers.discard(scratch);
        try {
            return stock.originals().salvage(id, scratch) && !Sums.of(scratch).areOf(id);
        } finally {
            Leftovers.discard(scratch);
        }
    }
}
