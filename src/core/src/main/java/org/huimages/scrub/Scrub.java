package org.huimages.scrub;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.huimages.job.JobRun;
import org.huimages.original.Salvage;
import org.huimages.stock.Stock;

/// The checks of one run.
record Scrub(JobRun run, Stock stock, List<OtherOriginals> others, ScrubRule rule, Path salvaged) {

    /// Each takes its copies one after the other.
    private Path scratch() {
        return run.folder().resolve("original");
    }

    private Optional<Salvage> salvage() {
        return rule.salvage().map(name -> new Salvage(salvaged.resolve(name)));
    }

    EntryCheck entryCheck() {
        return new EntryCheck(
                stock,
                rule,
                run.folder(),
                new Repair(stock, rule, others, run.folder(), salvage()),
                new Exposure(stock.originals(), rule.makePrivate()));
    }

    OrphanCheck orphanCheck(OrphanCheck.Doomed doomed, InstantSource clock) {
        return new OrphanCheck(stock, rule, scratch(), salvage(), doomed, clock);
    }

    Deletion deletion() {
        return new Deletion(stock, scratch());
    }
}
