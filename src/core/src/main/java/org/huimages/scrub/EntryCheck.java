package org.huimages.scrub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.file.Leftovers;
import org.huimages.job.Looked;
import org.huimages.original.Sums;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// Holds one entry of the catalog against its original. Thread-safe.
///
/// @param folder for copies
/// @param repair what is done about it
record EntryCheck(Stock stock, ScrubRule rule, Path folder, Repair repair, Exposure exposure) {

    Looked look(ImageDocument document) throws IOException {
        return document.isErased() ? erased(document.id()) : present(document);
    }

    /// Nothing is deleted here: somebody may be saving it anew at this moment, on another machine.
    private Looked erased(ImageId id) throws IOException {
        OptionalLong length = stock.originals().length(id);
        return length.isEmpty()
                ? Looked.of(0)
                : Looked.of(0).failing("erased", "the picture was erased, but its original is there; erase it again");
    }

    private Looked present(ImageDocument document) throws IOException {
        ImageId id = document.id();
        OptionalLong length = stock.originals().length(id);
        if (length.isEmpty()) {
            return missing(id);
        }
        Optional<Facts> facts = document.facts();
        boolean otherLength = facts.isPresent() && facts.get().length() != length.getAsLong();
        Looked looked = rule.quick() && !otherLength
                ? Looked.of(0)
                : read(id, facts, otherLength ? "wrong-length" : "wrong-checksum");
        return looked.and(exposure.look(id));
    }

    /// It may have been erased since the page was read.
    private Looked missing(ImageId id) throws IOException {
        boolean wanted = stock.catalog().find(id).filter(now -> !now.isErased()).isPresent();
        return wanted ? repair.missing(id) : Looked.of(0);
    }

    private Looked read(ImageId id, Optional<Facts> facts, String what) throws IOException {
        Path copy = folder.resolve("original-" + id);
        Leftovers.discard(copy);
        try {
            return stock.originals().salvage(id, copy) ? read(id, copy, facts, what) : missing(id);
        } finally {
            Leftovers.discard(copy);
        }
    }

    private Looked read(ImageId id, Path copy, Optional<Facts> facts, String what) throws IOException {
        Sums sums = Sums.of(copy);
        Looked looked = Looked.of(sums.length());
        if (!sums.areOf(id)) {
            String why = "the original has %d bytes, which are not those of its ID".formatted(sums.length());
            return looked.and(repair.wrong(id, copy, what, why));
        }
        if (facts.isPresent() && !facts.get().sha256().equals(sums.sha256())) {
            return looked.failing("collision", "the bytes have the SHA-1 of the ID, but not the SHA-256 of the entry");
        }
        return facts.isPresent() && facts.get().length() != sums.length()
                ? looked.and(repair.length(id, sums.length()))
                : looked;
    }
}
