package org.huimages.scrub;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huimages.job.JobKind;
import org.huimages.job.JobRun;
import org.huimages.job.Parameter;
import org.huimages.job.Walk;
import org.huimages.stock.Stock;

/// `scrub`: holds every entry of the catalog against its original, and every original against the catalog.
public final class ScrubJob implements JobKind {
    private final Stock stock;
    private final List<OtherOriginals> others;
    private final Path salvaged;

    /// @param others where originals may lie beside the store
    /// @param salvaged the folder below which salvaged bytes are kept
    public ScrubJob(Stock stock, List<OtherOriginals> others, Path salvaged) {
        this.stock = stock;
        this.others = List.copyOf(others);
        this.salvaged = salvaged;
    }

    @Override
    public String name() {
        return "scrub";
    }

    @Override
    public List<Parameter> parameters() {
        return ScrubRule.PARAMETERS;
    }

    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        ScrubRule rule = ScrubRule.of(run.arguments());
        Walk walk = Walk.of(run, stock);
        if (walk.enters("entries", () -> OptionalLong.of(stock.catalog().size()))) {
            walk.overDocuments(stock.catalog(), entryCheck(run, rule)::look);
        }
    }

    private EntryCheck entryCheck(JobRun run, ScrubRule rule) {
        Path scratch = run.folder().resolve("original");
        Optional<Salvage> salvage = rule.salvage().map(name -> new Salvage(salvaged.resolve(name)));
        return new EntryCheck(
                stock,
                rule,
                scratch,
                new Repair(stock, rule, others, scratch, salvage),
                new Exposure(stock.originals(), rule.makePrivate()));
    }
}
