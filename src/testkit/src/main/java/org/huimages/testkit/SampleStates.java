package org.huimages.testkit;

import java.util.List;
import java.util.Optional;
import org.huimages.catalog.Broken;
import org.huimages.catalog.ImageDocument;
import org.huimages.catalog.State;
import org.huimages.catalog.Timestamp;
import org.huimages.catalog.Tombstone;

/// What can become of a picture.
public final class SampleStates {
    public static final State HIDDEN = State.FINE.withHidden(true);
    public static final State BROKEN = State.FINE.withBroken(Optional.of(new Broken(Samples.EARLIER, "no end")));
    public static final State DELETED = State.FINE.withTombstone(Optional.of(tombstone(false)));
    public static final State ERASED = State.FINE.withTombstone(Optional.of(tombstone(true)));
    public static final State HIDDEN_AND_DELETED = HIDDEN.withTombstone(DELETED.tombstone());
    public static final List<State> ALL = List.of(State.FINE, HIDDEN, BROKEN, DELETED, ERASED, HIDDEN_AND_DELETED);

    private SampleStates() {}

    private static Tombstone tombstone(boolean erased) {
        return new Tombstone(new Timestamp("20260701T120000.000000"), "blurred", "ann", erased);
    }

    /// Whether it was deleted and can be restored.
    public static boolean isInTrash(ImageDocument document) {
        return document.state()
                .tombstone()
                .filter(tombstone -> !tombstone.erased())
                .isPresent();
    }
}
