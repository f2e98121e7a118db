package org.huimages.rendition;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.job.Arguments;
import org.huimages.job.JobKind;
import org.huimages.job.JobRun;
import org.huimages.job.Looked;
import org.huimages.job.Parameter;
import org.huimages.job.Walk;
import org.huimages.stock.Stock;
import org.huimages.url.ImageId;

/// `pyramid`: makes the levels that are missing, of all pictures: after an import, a change of levels, or years
/// without them.
public final class PyramidJob implements JobKind {
    private final Stock stock;
    private final Optional<Pyramid> pyramid;

    /// @param pyramid nothing where no levels are kept
    public PyramidJob(Stock stock, Optional<Pyramid> pyramid) {
        this.stock = stock;
        this.pyramid = pyramid;
    }

    @Override
    public String name() {
        return "pyramid";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(Parameter.RATE, Parameter.AFTER);
    }

    @Override
    public void check(Arguments arguments) {
        if (pyramid.isEmpty()) {
            throw none();
        }
    }

    private static FailureException none() {
        return new Failure.Conflict("no levels are kept here: HUIMAGES_PYRAMID is false").exception();
    }

    @Override
    public void run(JobRun run) throws InterruptedException, IOException {
        Pyramid levels = pyramid.orElseThrow(PyramidJob::none);
        Walk walk = Walk.of(run, stock);
        if (walk.enters("levels", () -> OptionalLong.of(stock.catalog().size()))) {
            walk.overDocuments(stock.catalog(), document -> look(levels, document.id()));
        }
    }

    private static Looked look(Pyramid levels, ImageId id) {
        try {
            return Looked.of(0).counting(levels.make(id) > 0 ? "made" : "complete");
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.UnsupportedType) {
                return Looked.of(0).counting("none"); // four inks, say
            }
            throw failed;
        }
    }
}
