package org.huimages.rendition;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
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
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;
import org.huimages.url.Size;

/// Makes the files that are asked for and not in the cache yet: each once, however many wait for it.
///
/// Stores are asked on virtual threads, pixels are worked on by the [RenderPool]; who waits holds no thread.
public final class Renditions implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(Renditions.class.getName());

    private static final Set<ImageFormat> MADE = EnumSet.of(ImageFormat.JPEG, ImageFormat.WEBP, ImageFormat.PNG);

    private final RenditionCache cache;
    private final Catalog catalog;
    private final OriginalStore originals;
    private final RenderPool pool;
    private final PixelLimits limits;
    private final SingleFlight<RenditionKey, Rendition> flights = new SingleFlight<>();
    private final ExecutorService waiting = Executors.newVirtualThreadPerTaskExecutor();

    public Renditions(
            RenditionCache cache, Catalog catalog, OriginalStore originals, RenderPool pool, PixelLimits limits) {
        this.cache = cache;
        this.catalog = catalog;
        this.originals = originals;
        this.pool = pool;
        this.limits = limits;
    }

    /// Sees to it that the file lies in the cache. Completes exceptionally with a [FailureException].
    public CompletableFuture<Rendition> get(RenditionKey key) {
        return cache.holds(key) ? ready() : flights.join(key, () -> make(key));
    }

    /// Looks again: what was missing when the flight was asked for may have landed before it began.
    private CompletableFuture<Rendition> make(RenditionKey key) {
        limits.check(key.size());
        if (cache.holds(key)) {
            return ready();
        }
        return CompletableFuture.supplyAsync(() -> document(key.id()), waiting)
                .thenComposeAsync(document -> make(key, document), waiting);
    }

    private CompletableFuture<Rendition> make(RenditionKey key, ImageDocument document) {
        return switch (key.size()) {
            case Size.Original()
            when document.format() != key.format() ->
                CompletableFuture.completedFuture(new Rendition.OtherFormat(document.format()));
            case Size.Original() -> fetch(key);
            default -> original(document).thenComposeAsync(done -> render(key, document), waiting);
        };
    }

    private ImageDocument document(ImageId id) {
        return catalog.find(id)
                .orElseThrow(() -> new Failure.NotFound("there is no picture with the ID " + id).exception());
    }

    /// The original as a file of the cache, which is what renders read.
    private CompletableFuture<Rendition> original(ImageDocument document) {
        return get(originalKey(document));
    }

    private static RenditionKey originalKey(ImageDocument document) {
        return new RenditionKey(document.id(), new Size.Original(), document.format());
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

    private CompletableFuture<Rendition> render(RenditionKey key, ImageDocument document) {
        if (!MADE.contains(key.format())) {
            throw new Failure.UnsupportedType("pictures are not made as .%s here"
                            .formatted(key.format().extension()))
                    .exception();
        }
        Path source = cache.hold(originalKey(document))
                .orElseThrow(() -> removed(document).exception());
        return renderFrom(source, key).whenComplete((done, failure) -> Leftovers.discard(source));
    }

    private static Failure removed(ImageDocument document) {
        return new Failure.Unavailable("the cache is being emptied, " + document.id() + " too", Duration.ofSeconds(1));
    }

    private CompletableFuture<Rendition> renderFrom(Path source, RenditionKey key) {
        Path target = cache.unfinished(key);
        return CompletableFuture.supplyAsync(() -> plan(source, key), waiting)
                .thenCompose(plan -> pool.render(source, plan, target))
                .thenComposeAsync(
                        rendered -> {
                            cache.publish(target, key);
                            return ready();
                        },
                        waiting);
    }

    private RenditionPlan plan(Path source, RenditionKey key) {
        ImageHeader header = HeaderProbe.probe(source);
        limits.check(header);
        return RenditionPlan.of(header, key.size(), key.format());
    }

    private static CompletableFuture<Rendition> ready() {
        return CompletableFuture.completedFuture(new Rendition.Ready());
    }

    @Override
    public void close() {
        waiting.close();
    }
}
