package org.huimages.catalog;

import java.util.Optional;

/// What has become of a picture.
///
/// @param hidden shown to readers alone (`private`)
/// @param tombstone if it was deleted
/// @param broken if it could not be decoded
public record State(boolean hidden, Optional<Tombstone> tombstone, Optional<Broken> broken) {
    /// As most are.
    public static final State FINE = new State(false, Optional.empty(), Optional.empty());

    public State withHidden(boolean newHidden) {
        return new State(newHidden, tombstone, broken);
    }

    public State withTombstone(Optional<Tombstone> newTombstone) {
        return new State(hidden, newTombstone, broken);
    }

    public State withBroken(Optional<Broken> newBroken) {
        return new State(hidden, tombstone, newBroken);
    }
}
