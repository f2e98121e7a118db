package org.huimages.scrub;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.huimages.failure.Failure;
import org.huimages.job.AppendedFile;
import org.huimages.job.Arguments;
import org.huimages.job.IdList;
import org.huimages.job.JobKind;
import org.huimages.job.JobRun;
import org.huimages.job.Looked;
import org.huimages.job.Parameter;
import org.huimages.job.Walk;
import org.huimages.job.Walk.Item;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// `scrub`: holds every entry of the catalog against its original, and every original against the catalog.
///
/// What is to go is deleted at the end, when it is known how much that is.
public final class ScrubJob implements JobKind {
    private static final String ENTRIES = "entries";
    private static final String DOOMED = "doomed";

    private final Stock stock;
    private final List<OtherOriginals> others;
    private final Path salvaged;
    private final CatalogBook book;
    private final InstantSource clock;

    /// @param stock whose originals are those of the store alone
    /// @param others where originals may lie beside it
    /// @param salvaged the folder below which salvaged bytes are kept
    public ScrubJob(Stock stock, List<OtherOriginals> others, Path salvaged, CatalogBook book, InstantSource clock) {
        this.stock = stock;
        this.others = List.copyOf(others);
        this.salvaged = salvaged;
        this.book = book;
        this.clock = clock;
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
    public boolean changes(Arguments arguments) {
        return ScrubRule.of(arguments).changes();
    }

    /// What goes is decided by what all of the catalog and all of the store are.
    @Override
    public void check(Arguments arguments) {
        if (ScrubRule.of(arguments).delete() && arguments.text(Parameter.AFTER).isPresent()) {
            throw new Failure.Unprocessable("'delete' goes through everything: it does not go with 'after'")
                    .exception();
        }
    }

    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        Scrub scrub = new Scrub(run, stock, others, ScrubRule.of(run.arguments()), salvaged);
        Walk walk = Walk.of(run, stock);
        if (walk.enters("entries", () -> OptionalLong.of(stock.catalog().size()))) {
            walk.several().overDocuments(stock.catalog(), scrub.entryCheck()::look);
            noteEntries(run);
        }
        IdList objects = new IdList(run.folder().resolve("objects"));
        if (walk.enters("list", OptionalLong::empty)) {
            run.patiently(walk.check(), () -> {
                objects.write(run, stock.originals());
                return true;
            });
        }
        IdList doomed = new IdList(run.folder().resolve(DOOMED));
        if (walk.enters("objects", () -> OptionalLong.of(objects.size()))) {
            goThrough(objects, doomed, scrub, walk);
        }
        if (scrub.rule().delete()) {
            delete(objects, doomed, scrub, walk);
        }
    }

    private void noteEntries(JobRun run) throws IOException {
        run.note(ENTRIES, Long.toString(run.done()));
        if (run.arguments().text(Parameter.AFTER).isEmpty() && run.done() > book.entries()) {
            book.counted(run.done()); // fewer are believed only when somebody has said so
        }
    }

    private void goThrough(IdList objects, IdList doomed, Scrub scrub, Walk walk)
            throws InterruptedException, IOException {
        JobRun run = walk.run();
        AppendedFile file = run.appended(DOOMED, doomed.file());
        OrphanCheck check = scrub.orphanCheck(
                id -> {
                    file.append(id.text());
                    run.keep(DOOMED, file);
                },
                clock);
        Set<ImageId> suspects = new HashSet<>();
        walk.over(
                cursor -> {
                    List<Item<ImageId>> page = objects.after(cursor);
                    suspects.clear();
                    suspects.addAll(
                            check.withoutEntry(page.stream().map(Item::value).toList()));
                    return page;
                },
                id -> suspects.contains(id) ? check.look(id) : Looked.of(0));
    }

    private void delete(IdList objects, IdList doomed, Scrub scrub, Walk walk)
            throws InterruptedException, IOException {
        JobRun run = walk.run();
        if (walk.enters("delete", () -> OptionalLong.of(doomed.size()))) {
            long entries = Long.parseLong(run.noted(ENTRIES));
            DeleteGuard guard = new DeleteGuard(doomed.size(), objects.size(), entries, book.entries(), book.since());
            guard.refusal(clock.instant(), scrub.rule().yesDelete()).ifPresent(why -> {
                throw new Failure.Conflict(why).exception();
            });
            walk.over(doomed::after, scrub.deletion()::look);
            book.counted(entries);
        }
    }
}
