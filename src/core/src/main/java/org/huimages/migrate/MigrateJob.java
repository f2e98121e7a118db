package org.huimages.migrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.job.Arguments;
import org.huimages.job.IdList;
import org.huimages.job.JobKind;
import org.huimages.job.JobRun;
import org.huimages.job.Looked;
import org.huimages.job.Parameter;
import org.huimages.job.Walk;
import org.huimages.original.OriginalStore;
import org.huimages.original.Salvage;
import org.huimages.url.ImageId;

/// `migrate`: takes all legacy originals to the store. They are listed first, so that it can be told how long it takes.
public final class MigrateJob implements JobKind {
    private static final Parameter.Folder SALVAGE = new Parameter.Folder("salvage");
    private static final Parameter.Whole PARALLEL = new Parameter.Whole("parallel", 1, 16);
    private static final int USUALLY_PARALLEL = 4;
    private static final int PAGE = 500;

    private final Optional<LegacyOriginals> legacy;
    private final OriginalStore store;
    private final Path salvaged;

    /// @param legacy nothing where there are none
    /// @param store where they are taken to
    /// @param salvaged the folder below which salvaged bytes are kept
    public MigrateJob(Optional<LegacyOriginals> legacy, OriginalStore store, Path salvaged) {
        this.legacy = legacy;
        this.store = store;
        this.salvaged = salvaged;
    }

    @Override
    public String name() {
        return "migrate";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.DRY_RUN, Parameter.RATE, Parameter.AFTER, SALVAGE, PARALLEL);
    }

    @Override
    public void check(Arguments arguments) {
        if (legacy.isEmpty()) {
            throw none();
        }
    }

    private static FailureException none() {
        return new Failure.Conflict(
                        "there are no originals of older systems here: set HUIMAGESCOUCHSERVER, and HUIMAGES_LEGACY_COUCH"
                                + " to keep or delete")
                .exception();
    }

    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        LegacyOriginals originals = legacy.orElseThrow(MigrateJob::none);
        Walk walk = new Walk(
                run,
                () -> {
                    store.check();
                    originals.check();
                    return true;
                },
                run.arguments().number(PARALLEL).orElse(USUALLY_PARALLEL));
        IdList all = new IdList(run.folder().resolve("legacy"));
        if (walk.enters("list", OptionalLong::empty)) {
            all.write(run, after -> run.patiently(walk.check(), () -> originals.list(start(run, after), PAGE)));
        }
        if (walk.enters("move", () -> OptionalLong.of(all.size()))) {
            Optional<Salvage> salvage = run.arguments()
                    .text(SALVAGE)
                    .filter(name -> !run.isDryRun())
                    .map(name -> new Salvage(salvaged.resolve(name)));
            walk.over(all::after, id -> look(originals, id, run, salvage));
        }
    }

    private static Optional<ImageId> start(JobRun run, Optional<ImageId> after) {
        return after.or(() -> run.arguments().text(Parameter.AFTER).flatMap(ImageId::parse));
    }

    private static Looked look(LegacyOriginals originals, ImageId id, JobRun run, Optional<Salvage> salvage)
            throws IOException {
        try {
            return (run.isDryRun() ? originals.rehearse(id, run.folder()) : originals.move(id, run.folder()))
                    .map(MigrateJob::moved)
                    .orElse(Looked.of(0).counting("gone"));
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.StoreLies lies) {
                String kept = salvage.isPresent() ? kept(originals, id, run, salvage.get()) : "";
                return Looked.of(0).failing("wrong-bytes", lies.text() + kept);
            }
            throw failed;
        }
    }

    private static Looked moved(LegacyOriginals.Moved moved) {
        Looked looked = Looked.of(moved.length()).counting(moved.stored() ? "moved" : "there");
        return moved.dropped() ? looked.counting("dropped") : looked;
    }

    private static String kept(LegacyOriginals originals, ImageId id, JobRun run, Salvage salvage) throws IOException {
        Path copy = run.folder().resolve("salvaged-" + id);
        Leftovers.discard(copy);
        try {
            return originals.copy(id, copy) ? "; salvaged as " + salvage.keep(id, copy) : "";
        } finally {
            Leftovers.discard(copy);
        }
    }
}
