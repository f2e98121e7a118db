package org.huimages.catalog;

import java.util.Optional;
import org.huimages.url.ImageId;

/// What is known of one picture.
///
/// @param created kept for ever
/// @param modified when it was saved or changed last
/// @param uploader who saved it first, by user name; empty if that is not known
public record ImageDocument(
        ImageId id,
        Optional<Facts> facts,
        Description description,
        Timestamp created,
        Timestamp modified,
        Focus focus,
        State state,
        String uploader) {

    /// Whether both may be of the same bytes. What was never looked at has only its ID to tell.
    boolean isOf(ImageDocument other) {
        return facts.isEmpty()
                || other.facts.isEmpty()
                || facts.get().sha256().equals(other.facts.get().sha256());
    }

    /// This document after the same picture was saved again as `later`: what is new is added, nothing is taken away,
    /// and if it was in the trash it is back.
    public ImageDocument savedAgain(ImageDocument later) {
        return new ImageDocument(
                id,
                facts.or(later::facts),
                description.with(later.description),
                created,
                later.modified,
                focus,
                state.withTombstone(later.state.tombstone()).withUnlisted(later.state.unlisted()),
                uploader);
    }

    /// Whether it is in the trash, or erased: it is not served then.
    public boolean isDeleted() {
        return state.tombstone().isPresent();
    }

    /// Whether only its tombstone is left.
    public boolean isErased() {
        return state.tombstone().filter(Tombstone::erased).isPresent();
    }

    /// Whether it appears where pictures are listed, to whoever may see private ones.
    public boolean isListed() {
        return !isDeleted() && !state.unlisted();
    }

    /// This document, now that its original was looked at.
    public ImageDocument with(Facts found) {
        return new ImageDocument(id, Optional.of(found), description, created, modified, focus, state, uploader);
    }

    public ImageDocument with(Description newDescription) {
        return new ImageDocument(id, facts, newDescription, created, modified, focus, state, uploader);
    }

    public ImageDocument with(Focus newFocus) {
        return new ImageDocument(id, facts, description, created, modified, newFocus, state, uploader);
    }

    public ImageDocument with(State newState) {
        return new ImageDocument(id, facts, description, created, modified, focus, newState, uploader);
    }

    public ImageDocument modifiedAt(Timestamp moment) {
        return new ImageDocument(id, facts, description, created, moment, focus, state, uploader);
    }
}
