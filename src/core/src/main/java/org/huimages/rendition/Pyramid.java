package org.huimages.rendition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.huimages.catalog.Facts;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.level.Level;
import org.huimages.level.LevelStore;
import org.huimages.pixel.LevelSource;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderPools;
import org.huimages.pixel.RenditionPlan;
import org.huimages.stock.Stock;
import org.huimages.upload.ProofUse;
import org.huimages.url.Dimensions;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// The levels of pictures: in the cache, and for other nodes in a [LevelStore].
///
/// The first is what an upload is decoded to, which has to be done anyway, and the others are made of it at once. Those
/// of pictures that have none are made behind, while nobody waits for a picture. Private pictures have none: in the
/// cache they must not lie.
public final class Pyramid implements Levels, ProofUse, AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Pyramid.class.getName());

    private final RenditionCache cache;
    private final LevelKeeping keeping;
    private final LevelMaking making;
    private final LongAdder made = new LongAdder();
    private final LongAdder used = new LongAdder();
    private final Behind<ImageId, List<Part>> behind;

    public Pyramid(RenditionCache cache, Stock stock, LevelStore store, RenderPools pools, PixelLimits limits) {
        this.cache = cache;
        this.keeping = new LevelKeeping(cache, stock, store);
        this.making = new LevelMaking(cache, stock, keeping, pools.quick(), limits);
        this.behind = new Behind<>("huimages-pyramid", pools, this::makeBehind, Pyramid::discard);
    }

    public Pyramid started() {
        behind.start();
        return this;
    }

    @Override
    public Optional<Held> hold(ImageDocument document, RenditionKey key, Path held) {
        List<Level> good = good(document, key);
        for (Level level : good) {
            if (cache.hold(new LevelKey(document.id(), level), held).isPresent()) {
                return planned(document, key, level, held);
            }
        }
        return good.isEmpty() || !keeping.fetch(new LevelKey(document.id(), good.getFirst()), held)
                ? Optional.empty()
                : planned(document, key, good.getFirst(), held);
    }

    private Optional<Held> planned(ImageDocument document, RenditionKey key, Level level, Path held) {
        Optional<LevelSource> source = source(document.facts().orElseThrow(), level, held);
        if (source.isEmpty()) {
            Leftovers.discard(held);
            refuse(document, level);
            return Optional.empty();
        }
        used.increment();
        RenditionPlan plan = RenditionPlan.of(
                source.get(), key.size(), key.format(), document.focus().orCentre());
        return Optional.of(new Held(held, level, plan));
    }

    /// Empty if the file is no such level.
    private static Optional<LevelSource> source(Facts facts, Level level, Path file) {
        try {
            ImageHeader own = HeaderProbe.probe(file);
            ImageHeader original = own.inPlaceOf(facts.stored(), facts.orientation());
            return Optional.of(new LevelSource(original, facts.format(), level, own))
                    .filter(LevelSource::isSound);
        } catch (FailureException damaged) {
            return Optional.empty();
        }
    }

    @Override
    public void refuse(ImageDocument document, Level level) {
        LOG.log(System.Logger.Level.WARNING, "1/{0} of {1} was damaged", level.shrink(), document.id());
        keeping.remove(new LevelKey(document.id(), level));
    }

    @Override
    public void forget(ImageDocument document) {
        document.facts().stream()
                .flatMap(facts -> LevelRule.levels(facts).stream())
                .map(level -> new LevelKey(document.id(), level))
                .forEach(keeping::remove);
    }

    @Override
    public void missed(ImageDocument document, RenditionKey key) {
        boolean wanted = !document.state().hidden()
                && good(document, key).stream()
                        .anyMatch(level -> !keeping.isHopeless(new LevelKey(document.id(), level)));
        if (wanted) {
            behind.offer(document.id(), List.of());
        }
    }

    @Override
    public Optional<Level> at(ImageDocument document, RenditionKey key) {
        return good(document, key).stream()
                .filter(level -> cache.holds(new LevelKey(document.id(), level)))
                .findFirst();
    }

    /// Those that a picture has of which this can be made, the smallest first.
    private static List<Level> good(ImageDocument document, RenditionKey key) {
        return document.facts().stream()
                .flatMap(facts -> LevelRule.levels(facts).reversed().stream()
                        .filter(level -> level.isGoodFor(scaled(facts, key.size()), facts.stored())))
                .toList();
    }

    /// What is made of the whole picture, before anything is cut off, lying as it is stored.
    private static Dimensions scaled(Facts facts, Size size) {
        Dimensions upright = size instanceof Size.Exact(int width, int height)
                ? facts.dimensions().cover(width, height)
                : facts.dimensions().scaledTo(size);
        return facts.orientation().apply(upright);
    }

    @Override
    public Optional<Proof> proof(ImageHeader header, long length) {
        List<Level> levels = cache.isFull() ? List.of() : LevelRule.levels(header, length);
        return levels.isEmpty() ? Optional.empty() : Optional.of(new Proof(parts(header, levels), length));
    }

    private List<Part> parts(ImageHeader header, List<Level> levels) {
        List<Part> parts = new ArrayList<>();
        ImageHeader before = header;
        int shrunk = 1;
        for (Level level : levels) {
            RenditionPlan plan = RenditionPlan.level(before, level.shrink() / shrunk, shrunk == 1);
            parts.add(new Part(level, plan, cache.temporary(ImageFormat.JPEG)));
            before = header.ofLevel(level.dimensions(header.stored()));
            shrunk = level.shrink();
        }
        return parts;
    }

    @Override
    public void keep(ImageId id, Proof proof) {
        List<Part> left = proof.parts().stream()
                .filter(part -> !isKept(id, part, proof.length()))
                .toList();
        if (keeping.isSharing()) {
            behind.offer(id, left);
        } else {
            discard(left);
        }
    }

    /// False if it is not worth its room, or has none.
    private boolean isKept(ImageId id, Part part, long originalLength) {
        try {
            return keeping.publish(new LevelKey(id, part.level()), part.file(), originalLength);
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.INFO, "a level of {0} is not kept: {1}", id, failed.toString());
            return false;
        }
    }

    /// Makes what is missing of the levels of a picture, now.
    ///
    /// @return how many were made and kept
    /// @throws FailureException if the picture cannot be had, or cannot be decoded;
    ///     [org.huimages.failure.Failure.UnsupportedType] if it is of a kind that has no levels
    public int make(ImageId id) {
        return making.make(id, List.of());
    }

    private void makeBehind(ImageId id, List<Part> left) {
        try {
            made.add(making.make(id, left));
        } catch (RuntimeException failed) {
            LOG.log(System.Logger.Level.INFO, "{0} has not all of its levels: {1}", id, failed.toString());
        } finally {
            discard(left);
        }
    }

    private static void discard(List<Part> parts) {
        parts.forEach(part -> Leftovers.discard(part.file()));
    }

    /// Since the start.
    public Progress progress() {
        return new Progress(behind.left(), made.sum(), used.sum());
    }

    /// @param left pictures of which levels are to be made
    /// @param made levels, without those that came of uploads
    /// @param used renditions that were begun from a level
    public record Progress(int left, long made, long used) {}

    @Override
    public void close() {
        behind.close();
    }
}
