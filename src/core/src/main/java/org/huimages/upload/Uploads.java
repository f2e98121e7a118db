package org.huimages.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
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
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.header.Orientation;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenderJob;
import org.huimages.pixel.RenderPool;
import org.huimages.pixel.RenditionPlan;
import org.huimages.stock.Stock;
import org.huimages.upload.ProofUse.Proof;
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
    private final ProofUse proofUse;
    private final PlaceholderMaker placeholders;

    /// @param cluster the two digits that end the IDs given here (`HUIMAGES_CLUSTER`)
    public Uploads(Spool spool, Stock stock, RenderPool pool, PixelLimits limits, String cluster, InstantSource clock) {
        this(spool, stock, pool, limits, cluster, clock, ProofUse.NONE);
    }

    /// @param proofUse what use there is for what uploads are decoded to
    public Uploads(
            Spool spool,
            Stock stock,
            RenderPool pool,
            PixelLimits limits,
            String cluster,
            InstantSource clock,
            ProofUse proofUse) {
        this.proofUse = proofUse;
        this.spool = spool;
        this.stock = stock;
        this.pool = pool;
        this.limits = limits;
        this.cluster = cluster;
        this.clock = clock;
        this.placeholders = new PlaceholderMaker(pool, spool);
    }

    /// The ID that a received file has, or will have.
    public ImageId id(Spooled received) {
        return ImageId.of(received.sha1(), cluster);
    }

    /// Saves a received picture. Saving the same bytes again adds what is new in `details` and changes nothing
    /// else.
    ///
    /// @param client who sends it, by address: nobody gets more than his share of the render queue
    /// @throws FailureException [Failure.UnsupportedType], [Failure.Unprocessable], [Failure.Conflict],
    ///     [Failure.TooMany], [Failure.Unavailable], [Failure.DiskFull]
    public Saved save(Spooled received, Details details, String client) {
        ImageId id = id(received);
        ImageHeader header = HeaderProbe.probe(received.file());
        limits.check(header);
        boolean known = isStored(id, received);
        Proved proved = known ? Proved.NOTHING : prove(received, header, client);
        try {
            return stock.locks().alone(id, () -> {
                if (!known || isErased(id)) {
                    store(id, received);
                }
                Saved saved = stock.catalog()
                        .save(document(id, facts(received, header).with(proved.placeholder), details));
                proved.useful.ifPresent(made -> proofUse.keep(id, made));
                return saved;
            });
        } catch (RuntimeException failed) {
            discard(proved.useful);
            throw failed;
        }
    }

    private static void discard(Optional<Proof> proof) {
        proof.ifPresent(made -> made.parts().forEach(part -> Leftovers.discard(part.file())));
    }

    private boolean isStored(ImageId id, Spooled received) {
        return isCatalogued(id, received) && length(id).equals(OptionalLong.of(received.length()));
    }

    /// Somebody may have erased it since it was looked at.
    private boolean isErased(ImageId id) {
        return stock.catalog().find(id).filter(ImageDocument::isErased).isPresent();
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
    private Proved prove(Spooled received, ImageHeader header, String client) {
        Optional<Proof> useful = proofUse.proof(header, received.length());
        if (useful.isPresent() && isMade(received, header, useful.get(), client)) {
            Optional<Placeholder> placeholder =
                    placeholders.make(header, useful.get().smallest(), header.orientation(), client);
            return new Proved(useful, placeholder);
        }
        Path small = spool.temporary();
        try {
            RenditionPlan plan = RenditionPlan.proof(header);
            render(header, new RenderJob(received.file(), file -> plan, small, client));
            return new Proved(Optional.empty(), placeholders.make(header, small, Orientation.UPRIGHT, client));
        } finally {
            Leftovers.discard(small);
        }
    }

    /// What has come of proving.
    private record Proved(Optional<Proof> useful, Optional<Placeholder> placeholder) {
        private static final Proved NOTHING = new Proved(Optional.empty(), Optional.empty());
    }

    /// False if the place for it has no room: that is no reason to refuse a picture.
    private boolean isMade(Spooled received, ImageHeader header, Proof proof, String client) {
        try {
            render(header, job(received, proof, client));
            return true;
        } catch (FailureException failed) {
            if (failed.failure() instanceof Failure.DiskFull) {
                return false;
            }
            throw failed;
        }
    }

    private static RenderJob job(Spooled received, Proof proof, String client) {
        ProofUse.Part first = proof.parts().getFirst();
        List<RenderJob.Further> further = proof.parts().stream()
                .skip(1)
                .map(part -> new RenderJob.Further(part.plan(), part.file()))
                .toList();
        return new RenderJob(received.file(), file -> first.plan(), first.file(), client, further);
    }

    private void render(ImageHeader header, RenderJob job) {
        try {
            pool.render(job).join();
        } catch (CompletionException failed) {
            throw refusal(header, FailureException.of(failed)).exception(failed);
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
