package org.huimages.catalog;

import java.util.Optional;
import org.huimages.failure.Failure;
import org.huimages.failure.FailureException;
import org.huimages.url.ImageId;

/// The metadata: one document a picture. Thread-safe.
///
/// Each call throws a [FailureException] with [Failure.Unavailable] when the catalog cannot be asked; that
/// something is not there is never an exception.
public interface Catalog extends AutoCloseable {

    Optional<ImageDocument> find(ImageId id);

    /// Saves a picture: a document not there yet as it is, one that is there with what is new added
    /// ([ImageDocument#savedAgain]). Atomic against other saves, durable when this returns.
    ///
    /// @throws FailureException [Failure.Conflict] if what is there has another checksum: SHA-1 can be made to
    /// collide
    Saved save(ImageDocument document);

    @Override
    void close();

    /// @param document as it is stored now
    /// @param created whether it was not there before
    record Saved(ImageDocument document, boolean created) {}

    /// What becomes of `existing` when `document` is saved; the rule that all implementations share.
    static ImageDocument merged(ImageDocument existing, ImageDocument document) {
        if (!existing.sha256().equals(document.sha256())) {
            throw new Failure.Conflict("other bytes are stored under the ID " + document.id()).exception();
        }
        return existing.savedAgain(document);
    }
}
