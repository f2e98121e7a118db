package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.original.OriginalStore;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderPools;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// Makes the files that are asked for and not in the cache yet: each once, however many wait for it.
///
/// Stores are asked on virtual threads, pixels are worked on by the [RenderPools]; who waits holds no thread.
public final class Renditions implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Renditions.class.getName());

    private final RenditionCache cache;
    private final Catalog catalog;
    private final OriginalStore originals;
    private final RenderPools pools;
    private final PixelLimits limits;
    private final SingleFlight<RenditionKey, Rendition> flights = new SingleFlight<>();
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    public Renditions(
            RenditionCache cache, Catalog catalog, OriginalStore originals, RenderPools pools, PixelLimits limits) {
        this.cache = cache;
        this.catalog = catalog;
        this.originals = originals;
        this.pools = pools;
        this.limits = limits;
    }

    /// Sees to it that the file lies in the cache. Completes exceptionally with a [FailureException].
    ///
    /// @param client who asks, by address: nobody gets more than his share of the queue
    public CompletableFuture<Rendition> get(RenditionKey key, String client) {
        return cache.holds(key) ? ready() : flights.join(key, () -> new Making(key, client).start());
    }

    /// The nearest larger rendition that lies in the cache: to be shown for a moment when [#get] has failed because
    /// there is too much to do.
    public Optional<RenditionKey> substitute(RenditionKey key) {
        return cache.substitute(key);
    }

    /// One file on its way into the cache.
    private final class Making {
        private final RenditionKey key;
        private final String client;

        private Making(RenditionKey key, String client) {
            this.key = key;
            this.client = client;
        }

        /// Looks again: what was missing when the flight was asked for may have landed before it began.
        private CompletableFuture<Rendition> start() {
            limits.check(key.size());
            if (cache.holds(key)) {
                return ready();
            }
            return CompletableFuture.supplyAsync(() -> document(key.id()), waiting)
                    .thenComposeAsync(this::make, waiting);
        }

        private CompletableFuture<Rendition> make(ImageDocument document) {
            RenditionKey original = new RenditionKey(document.id(), new Size.Original(), document.format());
            return switch (key.size()) {
                case Size.Original()
                when document.format() != key.format() ->
                    CompletableFuture.completedFuture(new Rendition.OtherFormat(document.format()));
                case Size.Original() -> fetch(key);
                default -> get(original, client).thenComposeAsync(done -> render(original), waiting);
            };
        }

        /// @param original as a file of the cache, which is what renders read
        private CompletableFuture<Rendition> render(RenditionKey original) {
            if (!key.format().renderable()) {
                throw new Failure.UnsupportedType("pictures are not made as .%s here"
                                .formatted(key.format().extension()))
                        .exception();
            }
            Path source =
                    cache.hold(original).orElseThrow(() -> removed(key.id()).exception());
            return renderFrom(source).whenComplete((done, failure) -> Leftovers.discard(source));
        }

        private CompletableFuture<Rendition> renderFrom(Path source) {
            return CompletableFuture.supplyAsync(() -> job(source), waiting)
                    .thenCompose(job -> pools.render(job).thenComposeAsync(done -> publish(job.target()), waiting));
        }

        private RenderJob job(Path source) {
            ImageHeader header = HeaderProbe.probe(source);
            limits.check(header);
            RenditionPlan plan = RenditionPlan.of(header, key.size(), key.format());
            return new RenderJob(source, plan, cache.unfinished(key), client);
        }

        private CompletableFuture<Rendition> publish(Path target) {
            cache.publish(target, key);
            return ready();
        }
    }

    private ImageDocument document(ImageId id) {
        return catalog.find(id)
                .orElseThrow(() -> new Failure.NotFound("there is no picture with the ID " + id).exception());
    }

    private CompletableFuture<Rendition> fetch(RenditionKey key) {
        Path file = cache.unfinished(key);
        try {
            if (!originals.fetch(key.id(), file)) {
                LOG.log(System.Logger.Level.WARNING, "{0} is catalogued, but its original is missing", key.id());
                throw new Failure.NotFound("the original of " + key.id() + " is missing").exception();
            }
            cache.publish(file, key);
            return ready();
        } catch (IOException unreachable) {
            throw FailureException.ofStore(unreachable);
        } finally {
            Leftovers.discard(file);
        }
    }

    private static Failure removed(ImageId id) {
        return new Failure.Unavailable("the cache is being emptied, " + id + " too", Duration.ofSeconds(1));
    }

    private static CompletableFuture<Rendition> ready() {
        return CompletableFuture.completedFuture(new Rendition.Ready());
    }

    @Override
    public void close() {
        waiting.close();
    }
}
