package org.huimages.scrub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Description;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.job.Looked;
import org.huimages.original.Salvage;
import org.huimages.original.Sums;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// Looks at an object that has no entry. One whose bytes are what its ID says is never deleted: it is a picture of
/// which
/// the catalog has been lost.
///
/// @param scratch a file that does not exist, for a copy
/// @param doomed takes those that can go
record OrphanCheck(
        Stock stock, ScrubRule rule, Path scratch, Optional<Salvage> salvage, Doomed doomed, InstantSource clock) {

    /// Where those are written down that can go.
    @FunctionalInterface
    interface Doomed {
        void add(ImageId id) throws IOException;
    }

    /// Which of them have no entry.
    List<ImageId> withoutEntry(List<ImageId> ids) {
        List<ImageId> known =
                stock.catalog().findAll(ids).stream().map(ImageDocument::id).toList();
        return ids.stream().filter(id -> !known.contains(id)).toList();
    }

    Looked look(ImageId id) throws IOException {
        if (stock.catalog().find(id).isPresent()) {
            return Looked.of(0);
        }
        Leftovers.discard(scratch);
        try {
            return stock.originals().salvage(id, scratch) ? orphan(id, Sums.of(scratch)) : Looked.of(0);
        } finally {
            Leftovers.discard(scratch);
        }
    }

    private Looked orphan(ImageId id, Sums sums) throws IOException {
        Looked looked = Looked.of(sums.length());
        if (!sums.areOf(id)) {
            return junk(id, looked);
        }
        // it may have been saved while it was read
        if (stock.catalog().find(id).isPresent()) {
            return looked;
        }
        String why = "the original is whole, but has no entry";
        if (!rule.repair()) {
            return looked.failing("orphan", why);
        }
        stock.locks().alone(id, () -> stock.catalog().save(entry(id, sums)));
        return looked.counting("orphan").telling("entry-made", why);
    }

    private Looked junk(ImageId id, Looked looked) throws IOException {
        String kept = salvage.isPresent() ? "; salvaged as " + salvage.get().keep(id, scratch) : "";
        if (rule.delete()) {
            doomed.add(id);
        }
        return looked.failing("junk", "there is no entry, and the bytes are not those of the ID" + kept);
    }

    private ImageDocument entry(ImageId id, Sums sums) {
        Timestamp now = Timestamp.of(clock.instant());
        return new ImageDocument(id, facts(sums), Description.NONE, now, now, Focus.NONE, State.FINE, "");
    }

    /// What is no picture that is accepted here has an entry all the same: the original can be had.
    private Optional<Facts> facts(Sums sums) {
        try {
            ImageHeader header = HeaderProbe.probe(scratch);
            return Optional.of(
                    new Facts(header.format(), header.upright(), header.orientation(), sums.length(), sums.sha256()));
        } catch (FailureException notAccepted) {
            return Optional.empty();
        }
    }
}
