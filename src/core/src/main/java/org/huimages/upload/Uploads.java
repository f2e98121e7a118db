package org.huimages.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import org.huimages.catalog.Catalog;
import org.huimages.catalog.Catalog.Saved;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.Timestamp;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.original.OriginalStore;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.url.ImageFormat;
import org.huimages.url.ImageId;

/// Takes pictures in: looked at, decoded to their end, stored, catalogued, in this order. When a picture is
/// refused, no store has a trace of it; when [#save] returns, it is on disk.
public final class Uploads {
    private final Spool spool;
    private final OriginalStore originals;
    private final Catalog catalog;
    private final RenderPool pool;
    private final PixelLimits limits;
    private final String cluster;
    private final InstantSource clock;

    /// @param cluster the two digits that end the IDs given here (`HUIMAGES_CLUSTER`)
    public Uploads(
            Spool spool,
            OriginalStore originals,
            Catalog catalog,
            RenderPool pool,
            PixelLimits limits,
            String cluster,
            InstantSource clock) {
        this.spool = spool;
        this.originals = originals;
        this.catalog = catalog;
        this.pool = pool;
        this.limits = limits;
        this.cluster = cluster;
        this.clock = clock;
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
        if (!isStored(id, received)) {
            prove(received, header, client);
            store(id, received);
        }
        return catalog.save(document(id, received, header, details));
    }

    private boolean isStored(ImageId id, Spooled received) {
        return isCatalogued(id, received) && length(id).equals(OptionalLong.of(received.length()));
    }

    private boolean isCatalogued(ImageId id, Spooled received) {
        Optional<ImageDocument> known = catalog.find(id);
        if (known.isPresent() && !known.get().sha256().equals(received.sha256())) {
            throw collision(id);
        }
        return known.isPresent();
    }

    private static FailureException collision(ImageId id) {
        return new Failure.Conflict("other bytes are stored under the ID " + id).exception();
    }

    private OptionalLong length(ImageId id) {
        try {
            return originals.length(id);
        } catch (IOException failed) {
            throw FailureException.ofStore(failed);
        }
    }

    /// Decodes every byte that a decoder would look at.
    private void prove(Spooled received, ImageHeader header, String client) {
        Path proof = spool.temporary();
        try {
            pool.render(new RenderJob(received.file(), RenditionPlan.proof(header), proof, client))
                    .join();
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
            if (!originals.put(id, received.file())) {
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
            if (!originals.fetch(id, there)) {
                throw new Failure.Unavailable("the original has just been removed", Duration.ofSeconds(1)).exception();
            }
            if (Files.mismatch(there, received.file()) >= 0) {
                throw collision(id);
            }
        } finally {
            Leftovers.discard(there);
        }
    }

    private ImageDocument document(ImageId id, Spooled received, ImageHeader header, Details details) {
        Timestamp moment = details.timestamp().orElseGet(() -> Timestamp.of(clock.instant()));
        return new ImageDocument(
                id,
                header.format(),
                header.upright(),
                header.orientation(),
                received.length(),
                received.sha256(),
                details.filename(),
                details.titles(),
                moment,
                moment);
    }
}
