package org.huimages.scrub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Facts;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.job.Looked;
import org.huimages.original.Salvage;
import org.huimages.original.Sums;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// Mends what can be mended. What is there is removed only where the right bytes are at hand. Thread-safe.
///
/// @param others where the right bytes may be
/// @param folder for copies
/// @param salvage for wrong bytes
record Repair(Stock stock, ScrubRule rule, List<OtherOriginals> others, Path folder, Optional<Salvage> salvage) {

    /// An original that is not there. What was not moved yet is not lost.
    Looked missing(ImageId id) throws IOException {
        String what = "missing";
        String why = "the original is not there";
        if (rule.repair()) {
            return mended(id, what, why);
        }
        for (OtherOriginals other : others) {
            if (other.served().has(id)) {
                return Looked.of(0).counting("elsewhere");
            }
        }
        return Looked.of(0).failing(what, why);
    }

    /// An original of other bytes.
    ///
    /// @param wrong a copy of them
    /// @param what is the matter
    Looked wrong(ImageId id, Path wrong, String what, String why) throws IOException {
        String kept = salvage.isPresent() ? "; salvaged as " + salvage.get().keep(id, wrong) : "";
        return rule.repair() ? mended(id, what, why + kept) : Looked.of(0).failing(what, why + kept);
    }

    private Looked mended(ImageId id, String what, String why) throws IOException {
        Path right = folder.resolve("right-" + id);
        try {
            Optional<OtherOriginals> other = find(id, right);
            if (other.isEmpty()) {
                return Looked.of(0).failing(what, why + "; no other store has it");
            }
            return replace(id, right)
                    ? Looked.of(0)
                            .counting(what)
                            .telling(
                                    "repaired",
                                    why + "; taken from " + other.get().name())
                    : Looked.of(0);
        } finally {
            Leftovers.discard(right);
        }
    }

    private Optional<OtherOriginals> find(ImageId id, Path right) throws IOException {
        for (OtherOriginals other : others) {
            Leftovers.discard(right);
            if (fetched(other, id, right) && Sums.of(right).areOf(id)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private static boolean fetched(OtherOriginals other, ImageId id, Path right) throws IOException {
        try {
            return other.source().fetch(id, right);
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.StoreLies) {
                return false;
            }
            throw failed;
        }
    }

    /// @return false if it was erased meanwhile
    private boolean replace(ImageId id, Path right) throws IOException {
        return stock.locks().aloneWithStore(id, () -> {
            if (stock.catalog().find(id).filter(now -> !now.isErased()).isEmpty()) {
                return false;
            }
            if (!stock.originals().put(id, right)) {
                stock.originals().delete(id);
                stock.originals().put(id, right);
            }
            checkStored(id);
            return true;
        });
    }

    private void checkStored(ImageId id) throws IOException {
        Path back = folder.resolve("back-" + id);
        Leftovers.discard(back);
        try {
            if (!stock.originals().salvage(id, back) || !Sums.of(back).areOf(id)) {
                throw new IOException("what was just stored cannot be read back: " + id);
            }
        } finally {
            Leftovers.discard(back);
        }
    }

    /// An entry that says another length than its original has, of which all else is right.
    Looked length(ImageId id, long length) {
        String why = "the entry says another length than the original has, which is whole";
        if (!rule.repair()) {
            return Looked.of(0).failing("wrong-entry", why);
        }
        stock.catalog()
                .update(
                        id,
                        document -> document.facts()
                                .map(facts -> document.with(new Facts(
                                        facts.format(),
                                        facts.dimensions(),
                                        facts.orientation(),
                                        length,
                                        facts.sha256(),
                                        facts.placeholder())))
                                .orElse(document));
        return Looked.of(0).telling("entry-repaired", why);
    }
}
