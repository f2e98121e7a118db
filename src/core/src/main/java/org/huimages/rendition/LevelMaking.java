package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.file.Links;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.level.Level;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.stock.Stock;
import org.huimages.upload.ProofUse.Part;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// Makes the levels of a picture, each of the one before, and the first of the original.
final class LevelMaking {
    private static final String NOBODY = "pyramid";

    private final RenditionCache cache;
    private final Stock stock;
    private final LevelKeeping keeping;
    private final RenderPool pool;
    private final PixelLimits limits;

    LevelMaking(RenditionCache cache, Stock stock, LevelKeeping keeping, RenderPool pool, PixelLimits limits) {
        this.cache = cache;
        this.stock = stock;
        this.keeping = keeping;
        this.pool = pool;
        this.limits = limits;
    }

    /// Makes those that are missing.
    ///
    /// @param left by an upload: those that the cache has not kept, and that need not be made again
    /// @return how many were made and kept
    /// @throws FailureException if the picture cannot be had, or cannot be decoded; [Failure.UnsupportedType] if it
    ///     is of a kind that has no levels
    int make(ImageId id, List<Part> left) {
        Optional<Facts> facts =
                stock.catalog().find(id).filter(LevelKeeping::isShown).flatMap(ImageDocument::facts);
        if (facts.isEmpty()) {
            return 0;
        }
        try (Work work = new Work(id, facts.get())) {
            return work.run(left);
        } catch (IOException failed) {
            throw FailureException.ofStore(failed);
        }
    }

    /// One picture, at work.
    private final class Work implements AutoCloseable {
        private final ImageId id;
        private final Facts facts;
        private final List<Path> files = new ArrayList<>();
        private Optional<Path> source = Optional.empty();
        private int shrunk = 1;
        private int made;

        private Work(ImageId id, Facts facts) {
            this.id = id;
            this.facts = facts;
        }

        private int run(List<Part> left) throws IOException {
            for (Level level : LevelRule.levels(facts)) {
                Optional<Path> there = left.stream()
                        .filter(part -> part.level().equals(level))
                        .map(Part::file)
                        .findFirst();
                LevelKey key = new LevelKey(id, level);
                source = Optional.of(shared(key, there.isPresent() ? there.get() : level(key)));
                shrunk = level.shrink();
            }
            return made;
        }

        private Path temporary() {
            Path file = cache.temporary(ImageFormat.JPEG);
            files.add(file);
            return file;
        }

        /// The level as a file, wherever it comes from.
        private Path level(LevelKey key) throws IOException {
            Path file = temporary();
            if (cache.hold(key, file).isEmpty() && !keeping.fetch(key, file)) {
                render(key, file);
                publish(key, file);
            }
            return file;
        }

        private Path shared(LevelKey key, Path file) throws IOException {
            if (!keeping.isHopeless(key)) {
                keeping.share(key, file);
            }
            return file;
        }

        private void publish(LevelKey key, Path file) throws IOException {
            Path forCache = temporary();
            Links.linkOrCopy(file, forCache);
            if (keeping.publish(key, forCache, facts.length())) {
                made++;
            }
        }

        private void render(LevelKey key, Path target) throws IOException {
            Path from = source.isPresent() ? source.get() : original();
            int by = key.level().shrink() / shrunk;
            try {
                pool.render(new RenderJob(from, file -> plan(key, file, by), target, NOBODY))
                        .join();
            } catch (CompletionException failed) {
                throw failure(key, FailureException.of(failed));
            }
        }

        private FailureException failure(LevelKey key, Failure failure) {
            if (failure instanceof Failure.Unprocessable || failure instanceof Failure.UnsupportedType) {
                LevelRule.levels(facts).forEach(level -> keeping.noteHopeless(new LevelKey(key.id(), level)));
            }
            return failure.exception();
        }

        private RenditionPlan plan(LevelKey key, Path file, int by) {
            ImageHeader header = HeaderProbe.probe(file);
            limits.check(header);
            boolean fits = header.stored().equals(facts.stored())
                    && !LevelRule.levels(header, Long.MAX_VALUE).isEmpty();
            if (shrunk == 1 && !fits) {
                throw new Failure.UnsupportedType(key.id() + " is of a kind that has no levels").exception();
            }
            return RenditionPlan.level(header, by, false);
        }

        private Path original() throws IOException {
            Path file = temporary();
            RenditionKey key = new RenditionKey(id, new Size.Original(), facts.format());
            if (cache.hold(key, file).isEmpty() && !stock.originals().fetch(id, file)) {
                throw new Failure.NotFound("the original of " + id + " is missing").exception();
            }
            return file;
        }

        @Override
        public void close() {
            files.forEach(Leftovers::discard);
        }
    }
}
