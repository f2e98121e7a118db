package org.huimages.scrub;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huimages.job.Looked;
import org.huimages.original.OriginalStore;
import org.huimages.original.StoreSetupException;
import org.huimages.url.ImageId;

/// Looks for objects that anybody may read, as older systems left them. Thread-safe.
final class Exposure {
    private final OriginalStore originals;
    private final boolean makePrivate;

    /// Whether the store tells who may read.
    private final AtomicBoolean told = new AtomicBoolean(true);

    Exposure(OriginalStore originals, boolean makePrivate) {
        this.originals = originals;
        this.makePrivate = makePrivate;
    }

    Looked look(ImageId id) throws IOException {
        try {
            return told.get() ? seen(id) : Looked.of(0);
        } catch (StoreSetupException untold) {
            return told.getAndSet(false)
                    ? Looked.of(0).failing("rights-unknown", untold.getMessage() + "; nothing more is said of that")
                    : Looked.of(0);
        }
    }

    private Looked seen(ImageId id) throws IOException {
        if (!originals.isPublic(id)) {
            return Looked.of(0);
        }
        if (!makePrivate) {
            return Looked.of(0).failing("public", "anybody may read the object, without asking this server");
        }
        originals.makePrivate(id);
        return originals.isPublic(id)
                ? Looked.of(0).failing("public", "anybody may read the object, and that cannot be changed")
                : Looked.of(0).telling("made-private", "anybody could read the object");
    }
}
