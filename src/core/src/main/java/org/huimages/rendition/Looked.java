package org.huimages.rendition;

import java.nio.file.Path;
import java.time.Duration;
import org.huimages.catalog.ImageDocument;
import org.huimages.failure.Failure;
import org.huimages.header.HeaderProbe;
import org.huimages.stock.Proofs;
import org.huimages.url.ImageFormat;
import org.huimages.url.Size;

/// A document, and what its original is.
record Looked(ImageDocument document, ImageFormat format) {

    /// What the original says of itself.
    static Looked at(Path original, ImageDocument document, Proofs proofs) {
        ImageFormat format = HeaderProbe.sniff(original);
        return new Looked(proofs.prove(document, original, format), format);
    }

    RenditionKey original() {
        return new RenditionKey(document.id(), new Size.Original(), format);
    }

    /// @param now what the document has become while `key` was made
    /// @throws FailureException if that must not be shown any more
    void checkUnchanged(ImageDocument now, RenditionKey key) {
        boolean moved = key.isCrop() && !now.focus().equals(document.focus());
        if (moved || now.state().hidden()) {
            throw new Failure.Unavailable("the picture was changed while it was made", Duration.ofSeconds(1))
                    .exception();
        }
    }
}
