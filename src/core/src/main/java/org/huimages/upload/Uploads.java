package org.huimages.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.catalog.Facts;
import org.huimages.catalog.Focus;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Placeholder;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.stock.Stock;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;

/// Takes pictures in: looked at, decoded to their end, stored, catalogued, in this order. When a picture is
/// refused, no store has a trace of it; when [#save] returns, it is on disk.
public final class Uploads {
    private final Spool spool;
    private final Stock stock;
    private final RenderPool pool;
    private final PixelLimits limits;
    private final String cluster;
    private final InstantSource clock;
    private final PlaceholderMaker placeholders;

    /// @param cluster the two digits that end the IDs given here (`HUIMAGES_CLUSTER`)
    public Uploads(Spool spool, Stock stock, RenderPool pool, PixelLimits limits, String cluster, InstantSource clock) {
        this.spool = spool;
        this.stock = stock;
        this.pool = pool;
        this.limits = limits;
        this.cluster = cluster;
        this.clock = clock;
        this.placeholders = new PlaceholderMaker(pool, spool);
    }

    /// Saves a received picture. Saving the same bytes again adds what is new in `details` and changes nothing
    /// else.
    ///
    /// @param client who sends it, by address: nobody gets more than his share of the render queue
    /// @throws FailureException [Failure.UnsupportedType], [Failure.Unprocessable], [Failure.Conflict],
    ///     [Failure.TooMany], [Failure.Unavailable], [Failure.DiskFull]
    public Saved save(Spooled received, Details details, String client) {
        ImageId id = ImageId.of(received.sha1(), cluster);
        ImageHeader header = HeaderProbe.probe(received.file());
        limits.check(header);
        boolean known = isStored(id, received);
        Optional<Placeholder> placeholder = known ? Optional.empty() : prove(received, header, client);
        return stock.locks().alone(id, () -> {
            if (!known || isErased(id)) {
                store(id, received);
            }
            return stock.catalog().save(document(id, facts(received, header).with(placeholder), details));
        });
    }

    private boolean isStored(ImageId id, Spooled received) {
        return isCatalogued(id, received) && length(id).equals(OptionalLong.of(received.length()));
    }

    /// Somebody may have erased it since it was looked at.
    private boolean isErased(ImageId id) {
        return stock.catalog()
                .find(id)
                .flatMap(document -> document.state().tombstone())
                .filter(Tombstone::erased)
                .isPresent();
    }

    private boolean isCatalogued(ImageId id, Spooled received) {
        Optional<ImageDocument> known = stock.catalog().find(id);
        Optional<Facts> facts = known.flatMap(ImageDocument::facts);
        if (facts.isPresent() && !facts.get().sha256().equals(received.sha256())) {
            throw collision(id);
        }
        return facts.isPresent();
    }

    private static FailureException collision(ImageId id) {
        return new Failure.Conflict("other bytes are stored under the ID " + id).exception();
    }

    private OptionalLong length(ImageId id) {
        try {
            return stock.originals().length(id);
        } catch (IOException failed) {
            throw FailureException.ofStore(failed);
        }
    }

    /// Decodes every byte that a decoder would look at. What comes out of that makes the placeholder, too.
    private Optional<Placeholder> prove(Spooled received, ImageHeader header, String client) {
        Path proof = spool.temporary();
        try {
            pool.render(new RenderJob(received.file(), file -> RenditionPlan.proof(header), proof, client))
                    .join();
            return placeholders.make(header, proof, client);
        } catch (CompletionException failed) {
            throw refusal(header, FailureException.of(failed)).exception(failed);
        } finally {
            Leftovers.discard(proof);
        }
    }

    /// A file of this kind can be whole and yet hold a coding that the libvips at hand was built without.
    private static Failure refusal(ImageHeader header, Failure failure) {
        return failure instanceof Failure.Unprocessable && header.format() == ImageFormat.HEIC
                ? new Failure.UnsupportedType("this HEIC picture cannot be decoded here")
                : failure;
    }

    private void store(ImageId id, Spooled received) {
        try {
            if (!stock.originals().put(id, received.file())) {
                compare(id, received);
            }
        } catch (IOException failed) {
            throw FailureException.ofStore(failed);
        }
    }

    /// What is there under this ID, uncatalogued, has to be the same to the last byte. It is not where the store
    /// has damaged it, or where somebody made SHA-1 collide.
    private void compare(ImageId id, Spooled received) throws IOException {
        Path there = spool.temporary();
        try {
            if (!stock.originals().fetch(id, there)) {
                throw new Failure.Unavailable("the original has just been removed", Duration.ofSeconds(1)).exception();
            }
            if (Files.mismatch(there, received.file()) >= 0) {
                throw collision(id);
            }
        } finally {
            Leftovers.discard(there);
        }
    }

    private static Facts facts(Spooled received, ImageHeader header) {
        return new Facts(header.format(), header.upright(), header.orientation(), received.length(), received.sha256());
    }

    private ImageDocument document(ImageId id, Facts facts, Details details) {
        Timestamp moment = details.timestamp().orElseGet(() -> Timestamp.of(clock.instant()));
        return new ImageDocument(
                id,
                Optional.of(facts),
                details.description(),
                moment,
                moment,
                Focus.NONE,
                State.FINE,
                details.uploader());
    }
}
