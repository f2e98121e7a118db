package org.huimages.rendition;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
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
import org.huimages.stock.Stock;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// Makes the files that are asked for and not in the cache yet: each once, however many wait for it. Those of
/// private pictures are made for each viewer, and never lie where a proxy would send them to anyone.
///
/// Stores are asked on virtual threads, pixels are worked on by the [RenderPools]; who waits holds no thread.
public final class Renditions implements AutoCloseable {
    private static final long AT_ONCE = 32L << 20;

    private final RenditionCache cache;
    private final Stock stock;
    private final RenderPools pools;
    private final PixelLimits limits;
    private final Levels levels;
    private final SingleFlight<ImageId, Sources.Found> lookups = new SingleFlight<>();
    private final SingleFlight<ImageId, Looked> looks = new SingleFlight<>();
    private final SingleFlight<RenditionKey, Rendition> flights = new SingleFlight<>(this::share);
    private volatile Consumer<RenditionKey> made = key -> {};
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();
    private final Sources sources;
    private final Proofs proofs;

    /// Made from originals alone.
    public Renditions(RenditionCache cache, Stock stock, RenderPools pools, PixelLimits limits) {
        this(cache, stock, pools, limits, Levels.NONE);
    }

    public Renditions(RenditionCache cache, Stock stock, RenderPools pools, PixelLimits limits, Levels levels) {
        this.levels = levels;
        this.cache = cache;
        this.stock = stock;
        this.pools = pools;
        this.limits = limits;
        this.sources = new Sources(cache, stock);
        this.proofs = new Proofs(stock.catalog(), InstantSource.system());
    }

    /// From now on, whoever is interested is told of each rendition that was put into the cache.
    public void whenMade(Consumer<RenditionKey> interested) {
        made = interested;
    }

    /// Sees to it that the file lies in the cache, for somebody who waits for it. Completes exceptionally with a
    /// [FailureException].
    public CompletableFuture<Rendition> get(RenditionKey key, Viewer viewer) {
        return get(key, viewer, document -> isSlow(key) ? later(key, document) : making(key, document, viewer));
    }

    /// The same for nobody in particular, who can wait: [Rendition.Later] is none of the answers.
    CompletableFuture<Rendition> make(RenditionKey key, Viewer viewer) {
        return get(key, viewer, document -> making(key, document, viewer));
    }

    private CompletableFuture<Rendition> get(
            RenditionKey key, Viewer viewer, Function<ImageDocument, CompletableFuture<Rendition>> way) {
        if (cache.holds(key)) {
            return ready();
        }
        try {
            limits.check(key.size());
        } catch (FailureException refused) {
            return CompletableFuture.failedFuture(refused);
        }
        return lookups.join(key.id(), () -> CompletableFuture.supplyAsync(() -> sources.document(key.id()), waiting))
                .thenComposeAsync(found -> way.apply(found.shown(key, viewer)), waiting);
    }

    private CompletableFuture<Rendition> making(RenditionKey key, ImageDocument document, Viewer viewer) {
        return document.facts()
                .map(facts -> making(key, new Looked(document, facts.format()), viewer))
                .orElseGet(() -> look(document).thenComposeAsync(looked -> making(key, looked, viewer), waiting));
    }

    private CompletableFuture<Rendition> making(RenditionKey key, Looked looked, Viewer viewer) {
        Making making = new Making(key, looked, viewer.client());
        return looked.document().state().hidden() ? making.privately() : join(making);
    }

    private static boolean isSlow(RenditionKey key) {
        return key.format() == ImageFormat.AVIF && !(key.size() instanceof Size.Original);
    }

    /// Where the same lies in another format, somebody did want it: it may have been evicted.
    private CompletableFuture<Rendition> later(RenditionKey key, ImageDocument document) {
        if (!document.state().hidden()
                && (cache.holds(key.in(ImageFormat.JPEG)) || cache.holds(key.in(ImageFormat.WEBP)))) {
            made.accept(key.in(ImageFormat.JPEG));
        }
        return CompletableFuture.completedFuture(new Rendition.Later());
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
                sources.fetch(document.id(), file);
            }
            Looked looked = Looked.at(file, document, proofs);
            if (!kept && !looked.document().state().hidden()) {
                keep(looked, file);
            }
            return looked;
        } finally {
            Leftovers.discard(file);
        }
    }

    /// So that it need not be fetched again at once.
    private void keep(Looked looked, Path file) {
        Making making = new Making(looked.original(), looked, "");
        making.new Work(cache::temporary, false).settle(file).join().discard();
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
                Failure told = FailureException.of(failure);
                proofs.noteBroken(document, source, told);
                if (told instanceof Failure.Unprocessable) {
                    levels.forget(document);
                }
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
                return CompletableFuture.supplyAsync(
                                () -> levels.hold(document, key, place.apply(ImageFormat.JPEG)), waiting)
                        .thenCompose(level -> level.map(this::fromLevel).orElseGet(this::fromOriginal))
                        .thenComposeAsync(this::settle, waiting);
            }

            /// What is wrong with a level is not wrong with the picture.
            private CompletableFuture<Path> fromLevel(Levels.Held level) {
                return render(level.file(), file -> level.plan())
                        .whenComplete((done, failure) -> Leftovers.discard(level.file()))
                        .exceptionallyComposeAsync(
                                failure -> {
                                    if (!(FailureException.of(failure) instanceof Failure.Unprocessable)) {
                                        return CompletableFuture.failedFuture(failure);
                                    }
                                    levels.refuse(document, level.level());
                                    return fromOriginal();
                                },
                                waiting);
            }

            private CompletableFuture<Path> fromOriginal() {
                return flights.join(looked.original(), new Making(looked.original(), looked, client)::start)
                        .thenComposeAsync(original -> render(source(original)), waiting)
                        .whenComplete((file, failure) -> {
                            if (file != null) {
                                levels.missed(document, key);
                            }
                        });
            }

            /// The original as a file of this render's own. Whoever makes room may just have removed it again.
            private Path source(Rendition original) {
                return switch (original) {
                    case Rendition.Once once -> once.file();
                    case Rendition.Ready() -> held();
                    case Rendition.OtherFormat(var format) -> throw new IllegalStateException("is a " + format);
                    case Rendition.Later() -> throw new IllegalStateException("an original is there, or it is not");
                };
            }

            private Path held() {
                Path held = place.apply(looked.format());
                return cache.hold(looked.original(), held).orElseGet(this::fetched);
            }

            /// The finished file, still under an unfinished name. The source is gone afterwards.
            private CompletableFuture<Path> render(Path source) {
                return render(source, Making.this::plan).whenComplete((done, failure) -> {
                    if (failure != null) {
                        noteBroken(source, failure);
                    }
                    Leftovers.discard(source);
                });
            }

            private CompletableFuture<Path> render(Path source, RenderJob.Planner planner) {
                return CompletableFuture.supplyAsync(this::target, waiting)
                        .thenCompose(target -> pools.of(key.format())
                                .render(new RenderJob(source, planner, target, client))
                                .thenApply(done -> target));
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
                sources.fetch(key.id(), target);
                return target;
            }

            /// Looks once more, while nobody else changes the picture: what was deleted, hidden or
            /// focused elsewhere meanwhile must not appear. Where there is no room, even if others go, it
            /// is not kept.
            private CompletableFuture<Rendition> settle(Path finished) {
                try (Room room = cache.room(finished, key)) {
                    return stock.locks().alone(key.id(), () -> {
                        looked.checkUnchanged(sources.document(key.id()).document(), key);
                        if (!room.isGranted()) {
                            return once(finished);
                        }
                        cache.publish(finished, key);
                        made.accept(key);
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
    }

    private static CompletableFuture<Rendition> ready() {
        return CompletableFuture.completedFuture(new Rendition.Ready());
    }

    @Override
    public void close() {
        waiting.close();
    }
}
