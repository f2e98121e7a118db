package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.Supplier;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.keeper.Room;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderPools;
import org.huimages.pixel.RenditionPlan;
import org.huimages.stock.Proofs;
import org.huimages.stock.Said;
import org.huimages.stock.Stock;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// Makes the files that are asked for and not in the cache yet: each once, however many wait for it. Those of
/// private pictures are made for each viewer, and never lie where a proxy would send them to anyone.
///
/// Stores are asked on virtual threads, pixels are worked on by the [RenderPools]; who waits holds no thread.
public final class Renditions implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Renditions.class.getName());

    private static final long AT_ONCE = 32L << 20;

    private final RenditionCache cache;
    private final Stock stock;
    private final RenderPools pools;
    private final PixelLimits limits;
    private final SingleFlight<ImageId, ImageDocument> lookups = new SingleFlight<>();
    private final SingleFlight<ImageId, Looked> looks = new SingleFlight<>();
    private final SingleFlight<RenditionKey, Rendition> flights = new SingleFlight<>(this::share);
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private final Proofs proofs;
    private final Said said = new Said();

    public Renditions(RenditionCache cache, Stock stock, RenderPools pools, PixelLimits limits) {
        this.cache = cache;
        this.stock = stock;
        this.pools = pools;
        this.limits = limits;
        this.proofs = new Proofs(stock.catalog(), InstantSource.system());
    }

    /// Sees to it that the file lies in the cache. Completes exceptionally with a [FailureException].
    public CompletableFuture<Rendition> get(RenditionKey key, Viewer viewer) {
        if (cache.holds(key)) {
            return ready();
        }
        try {
            limits.check(key.size());
        } catch (FailureException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        return lookups.join(key.id(), () -> CompletableFuture.supplyAsync(() -> document(key.id()), waiting))
                .thenComposeAsync(document -> get(key, document, viewer), waiting);
    }

    private CompletableFuture<Rendition> get(RenditionKey key, ImageDocument document, Viewer viewer) {
        if (document.state().hidden() && !viewer.seesPrivate()) {
            throw missing(key.id()); // whoever may not see it is not told that it is there
        }
        return document.facts()
                .map(facts -> get(key, new Looked(document, facts.format()), viewer))
                .orElseGet(() -> look(document).thenComposeAsync(looked -> get(key, looked, viewer), waiting));
    }

    private CompletableFuture<Rendition> get(RenditionKey key, Looked looked, Viewer viewer) {
        Making making = new Making(key, looked, viewer.client());
        return looked.document().state().hidden() ? making.privately() : join(making);
    }

    /// Where the document does not say for certain what the original is, the original does.
    private CompletableFuture<Looked> look(ImageDocument document) {
        return looks.join(document.id(), () -> CompletableFuture.supplyAsync(() -> lookNow(document), waiting));
    }

    private Looked lookNow(ImageDocument document) {
        Path file = cache.temporary(ImageFormat.TIFF); // a name like any other
        boolean kept = cache.holdOriginal(document.id(), file);
        try {
            if (!kept) {
                fetch(document.id(), file);
            }
            ImageFormat format = HeaderProbe.sniff(file).orElseThrow(Renditions::nameless);
            Looked looked = new Looked(proofs.prove(document, file, format), format);
            if (!kept && !looked.document().state().hidden()) {
                keep(looked, file);
            }
            return looked;
        } finally {
            Leftovers.discard(file);
        }
    }

    private static FailureException nameless() {
        return new Failure.UnsupportedType("the original is of a kind that is not known here").exception();
    }

    /// So that it need not be fetched again at once.
    private void keep(Looked looked, Path file) {
        Making making = new Making(looked.original(), looked, "");
        making.new Work(cache::temporary, false).settle(file).join().discard();
    }

    /// @param target becomes the original
    private void fetch(ImageId id, Path target) {
        try {
            if (!stock.originals().fetch(id, target)) {
                if (said.first(id)) {
                    LOG.log(System.Logger.Level.WARNING, "{0} is catalogued, but its original is missing", id);
                }
                throw new Failure.NotFound("the original of " + id + " is missing").exception();
            }
        } catch (IOException unreachable) {
            Leftovers.discard(target);
            throw cache.isFull()
                    ? FailureException.ofDisk(unreachable, cache.folder())
                    : FailureException.ofStore(unreachable);
        }
    }

    /// A document, and what its original is.
    private record Looked(ImageDocument document, ImageFormat format) {
        private RenditionKey original() {
            return new RenditionKey(document.id(), new Size.Original(), format);
        }
    }

    /// Whoever began it asks for all who have joined him. What is refused to him for his own greed is begun again
    /// for the next of them.
    private CompletableFuture<Rendition> join(Making making) {
        return flights.join(making.key, making::start)
                .exceptionallyCompose(failure ->
                        making.isRefusedToAnother(failure) ? join(making) : CompletableFuture.failedFuture(failure));
    }

    /// The nearest larger rendition that lies in the cache: to be shown for a moment when [#get] has failed because
    /// there is too much to do.
    public Optional<RenditionKey> substitute(RenditionKey key) {
        return cache.substitute(key);
    }

    /// What each further asker gets: of a file that is sent once, a name of his own.
    private Rendition share(Rendition made) {
        return made instanceof Rendition.Once once ? cache.again(once) : made;
    }

    /// One file in the making.
    private final class Making {
        private final RenditionKey key;
        private final Looked looked;
        private final ImageDocument document;
        private final String client;
        private volatile boolean started;
        private volatile boolean refused;

        private Making(RenditionKey key, Looked looked, String client) {
            this.key = key;
            this.looked = looked;
            this.document = looked.document();
            this.client = client;
        }

        /// Into the cache. Looks again first: what was missing when the flight was asked for may have landed before
        /// it began.
        private CompletableFuture<Rendition> start() {
            started = true;
            if (cache.holds(key)) {
                return ready();
            }
            if (isOriginal()) {
                return isOtherFormat() ? otherFormat() : somewhere(work -> work.settle(work.fetched()));
            }
            return somewhere(Work::keep);
        }

        private boolean isRefusedToAnother(Throwable failure) {
            return !started && FailureException.of(failure) instanceof Failure.TooMany;
        }

        /// For one viewer alone.
        private CompletableFuture<Rendition> privately() {
            if (isOriginal()) {
                return isOtherFormat() ? otherFormat() : somewhere(work -> work.once(work.fetched()));
            }
            return somewhere(work -> work.render(work.fetched()).thenCompose(work::once));
        }

        /// On the disk; in memory while that is full.
        private CompletableFuture<Rendition> somewhere(Function<Work, CompletableFuture<Rendition>> way) {
            return begun(() -> way.apply(new Work(cache::temporary, false)))
                    .exceptionallyComposeAsync(
                            failure -> FailureException.of(failure) instanceof Failure.DiskFull
                                    ? inMemory(way, failure)
                                    : CompletableFuture.failedFuture(failure),
                            waiting);
        }

        private CompletableFuture<Rendition> inMemory(
                Function<Work, CompletableFuture<Rendition>> way, Throwable failure) {
            cache.keeper().free(AT_ONCE);
            Optional<Spare> spare = cache.spare();
            if (spare.isEmpty()) {
                return CompletableFuture.failedFuture(failure);
            }
            Spare memory = spare.get();
            memory.enter();
            return begun(() -> way.apply(new Work(memory::temporary, true)))
                    .whenComplete((made, failed) -> memory.leave());
        }

        private static CompletableFuture<Rendition> begun(Supplier<CompletableFuture<Rendition>> way) {
            try {
                return way.get();
            } catch (FailureException failed) {
                return CompletableFuture.failedFuture(failed);
            }
        }

        private boolean isOriginal() {
            return key.size() instanceof Size.Original;
        }

        private boolean isOtherFormat() {
            return looked.format() != key.format();
        }

        private CompletableFuture<Rendition> otherFormat() {
            return CompletableFuture.completedFuture(new Rendition.OtherFormat(looked.format()));
        }

        private RenditionPlan plan(Path source) {
            refused = true; // until it is known that the decoder may try
            ImageHeader header = HeaderProbe.probe(source);
            limits.check(header);
            refused = false;
            return RenditionPlan.of(
                    header, key.size(), key.format(), document.focus().orCentre());
        }

        private void noteBroken(Path source, Throwable failure) {
            if (!refused) {
                proofs.noteBroken(document, source, FailureException.of(failure));
            }
        }

        /// The making, at one place.
        private final class Work {
            private final Function<ImageFormat, Path> place;

            private final boolean inMemory;

            private Work(Function<ImageFormat, Path> place, boolean inMemory) {
                this.place = place;
                this.inMemory = inMemory;
            }

            private CompletableFuture<Rendition> keep() {
                if (inMemory) {
                    return render(held()).thenComposeAsync(this::settle, waiting);
                }
                return flights.join(looked.original(), new Making(looked.original(), looked, client)::start)
                        .thenComposeAsync(original -> render(source(original)), waiting)
                        .thenComposeAsync(this::settle, waiting);
            }

            /// The original as a file of this render's own. Whoever makes room may just have removed it again.
            private Path source(Rendition original) {
                return switch (original) {
                    case Rendition.Once once -> once.file();
                    case Rendition.Ready() -> held();
                    case Rendition.OtherFormat(var format) -> throw new IllegalStateException("is a " + format);
                };
            }

            private Path held() {
                Path held = place.apply(looked.format());
                return cache.hold(looked.original(), held).orElseGet(this::fetched);
            }

            /// The finished file, still under an unfinished name. The source is gone afterwards.
            private CompletableFuture<Path> render(Path source) {
                return CompletableFuture.supplyAsync(this::target, waiting)
                        .thenCompose(target -> pools.of(key.format())
                                .render(new RenderJob(source, Making.this::plan, target, client))
                                .thenApply(done -> target))
                        .whenComplete((done, failure) -> {
                            if (failure != null) {
                                noteBroken(source, failure);
                            }
                            Leftovers.discard(source);
                        });
            }

            private Path target() {
                if (!key.format().renderable()) {
                    throw new Failure.UnsupportedType("pictures are not made as .%s here"
                                    .formatted(key.format().extension()))
                            .exception();
                }
                return place.apply(key.format());
            }

            private Path fetched() {
                Path target = place.apply(looked.format());
                fetch(key.id(), target);
                return target;
            }

            /// Looks once more, while nobody else changes the picture: what was deleted, hidden or
            /// focused elsewhere meanwhile must not appear. Where there is no room, even if others go, it
            /// is not kept.
            private CompletableFuture<Rendition> settle(Path finished) {
                try (Room room = cache.room(finished, key)) {
                    return stock.locks().alone(key.id(), () -> {
                        checkUnchanged(document(key.id()));
                        if (!room.isGranted()) {
                            return once(finished);
                        }
                        cache.publish(finished, key);
                        return ready();
                    });
                } catch (RuntimeException failed) {
                    Leftovers.discard(finished);
                    throw failed;
                }
            }

            private CompletableFuture<Rendition> once(Path file) {
                return CompletableFuture.completedFuture(new Rendition.Once(
                        file, cache.location(file), key, document.state().hidden()));
            }
        }

        private void checkUnchanged(ImageDocument now) {
            boolean moved = key.isCrop() && !now.focus().equals(document.focus());
            if (moved || now.state().hidden()) {
                throw new Failure.Unavailable("the picture was changed while it was made", Duration.ofSeconds(1))
                        .exception();
            }
        }
    }

    private ImageDocument document(ImageId id) {
        ImageDocument document = stock.catalog().find(id).orElseThrow(() -> missing(id));
        if (document.isDeleted()) {
            throw new Failure.Gone("the picture " + id + " was deleted").exception();
        }
        return document;
    }

    private static FailureException missing(ImageId id) {
        return new Failure.NotFound("there is no picture with the ID " + id).exception();
    }

    private static CompletableFuture<Rendition> ready() {
        return CompletableFuture.completedFuture(new Rendition.Ready());
    }

    @Override
    public void close() {
        waiting.close();
    }
}
