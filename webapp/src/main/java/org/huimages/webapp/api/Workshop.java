package org.huimages.webapp.api;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.file.Leftovers;
import org.huimages.header.HeaderProbe;
import org.huimages.header.ImageHeader;
import org.huimages.original.OriginalStore;
import org.huimages.pixel.PixelLimits;
import org.huimages.pixel.RenditionPlan;
import org.huimages.rendition.Levels;
import org.huimages.rendition.RenditionCache;
import org.huimages.rendition.RenditionKey;
import org.huimages.rendition.SizePolicy;
import org.huimages.upload.Spool;
import org.huimages.url.ImagePath;

/// Where renditions come from, as far as it takes to tell what would be done.
public record Workshop(
        RenditionCache cache,
        OriginalStore originals,
        Spool spool,
        Levels levels,
        SizePolicy sizes,
        PixelLimits limits) {

    /// @throws FailureException [Failure.Forbidden] if this would not be made
    void checkAllowed(ImagePath path, Optional<String> signature, Instant now) {
        sizes.check(path, signature, now);
        limits.check(path.size());
    }

    /// What would be done to make it from the original.
    ///
    /// @param key of a rendition, not of an original
    /// @throws FailureException [Failure.NotFound] if the original is missing, [Failure.Unavailable] if it cannot
    ///     be reached, [Failure.Unprocessable] if it is too much work
    RenditionPlan plan(ImageDocument document, RenditionKey key) {
        Path original = spool.temporary();
        try {
            if (!originals.fetch(document.id(), original)) {
                throw new Failure.NotFound("the original is missing").exception();
            }
            ImageHeader header = HeaderProbe.probe(original);
            limits.check(header);
            return RenditionPlan.of(
                    header, key.size(), key.format(), document.focus().orCentre());
        } catch (IOException unreachable) {
            throw FailureException.ofStore(unreachable);
        } finally {
            Leftovers.discard(original);
        }
    }
}
