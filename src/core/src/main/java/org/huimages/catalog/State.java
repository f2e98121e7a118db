package org.huimages.catalog;

import java.util.Optional;

/// What has become of a picture.
///
/// @param hidden shown to readers alone (`private`)
/// @param unlisted served, but in no list: what older systems could not decode
/// @param tombstone if it was deleted
/// @param broken if it could not be decoded
public record State(boolean hidden, boolean unlisted, Optional<Tombstone> tombstone, Optional<Broken> broken) {
    /// As most are.
    public static final State FINE = new State(false, false, Optional.empty(), Optional.empty());

    public State withHidden(boolean newHidden) {
        return new State(newHidden, unlisted, tombstone, broken);
    }

    public State withUnlisted(boolean newUnlisted) {
        return new State(hidden, newUnlisted, tombstone, broken);
    }

    public State withTombstone(Optional<Tombstone> newTombstone) {
        return new State(hidden, unlisted, newTombstone, broken);
    }

    public State withBroken(Optional<Broken> newBroken) {
        return new State(hidden, unlisted, tombstone, newBroken);
    }
}
